import { Badge, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { AskedPanel } from '../../components/panel/asked-panel.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { shapesQuery } from './source-queries.ts';
import styles from './sources.module.css';

/** Which kinds of message there are and what they hold: new ones, and what changed, are told as notices. */
export function ShapesPanel({ slug }: { readonly slug: string }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  return (
    <AskedPanel title={t('shapes.title')} answer={useQuery(shapesQuery(slug))} height={160}>
      {({ items }) => {
        const events = items.filter(({ property }) => property === '').length;
        return (
          <Panel title={t('shapes.title')} finding={events === 0 ? t('shapes.none') : t('shapes.finding', { count: events, formatted: format.count(events) })}>
            {items.length === 0 ? null : (
              <Table.ScrollContainer minWidth={480} type="native" tabIndex={0} role="region" aria-label={t('shapes.title')}>
                <Table>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('shapes.event')}</Table.Th>
                      <Table.Th>{t('shapes.property')}</Table.Th>
                      <Table.Th>{t('shapes.types')}</Table.Th>
                      <Table.Th>{t('shapes.filled')}</Table.Th>
                      <Table.Th>{t('shapes.last')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map(({ event, property, types, seen, filled, last_at: last }) => (
                      <Table.Tr key={`${event} ${property}`}>
                        <Table.Td className={styles.name ?? ''}>{property === '' ? event : ''}</Table.Td>
                        <Table.Td>{property}</Table.Td>
                        <Table.Td>
                          {property === '' ? '' : Object.keys(types).length === 0 ? t('shapes.empty') : Object.keys(types).join(', ')}{' '}
                          {Object.keys(types).length > 1 ? <Badge color="orange">{t('shapes.mixed')}</Badge> : null}
                        </Table.Td>
                        <Table.Td>{property === '' ? format.count(seen) : format.share(filled / seen)}</Table.Td>
                        <Table.Td>{format.moment(last)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )}
          </Panel>
        );
      }}
    </AskedPanel>
  );
}
