import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../api/schema.ts';
import { sentenceCase } from '../../components/format/sentence-case.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { Day } from '../../components/format/values.tsx';
import { InnerLink } from '../../components/group/inner-link.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { catalogueQuery } from './data-queries.ts';
import styles from './data.module.css';

type Catalogue = paths['/api/v1/catalogue']['get']['responses'][200]['content']['application/json'];
type Trait = Catalogue['traits'][number];
type Event = Catalogue['events'][number];

/** What there is data for: where it comes from, how full it is, who speaks of it. */
export function CataloguePart() {
  const asked = useQuery(catalogueQuery);
  return (
    <Asked answer={asked} lines={10}>
      {(found) => <Tables {...found} />}
    </Asked>
  );
}

function Tables({ customers, estimated, traits, events }: Catalogue) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const different = useCallback(
    (count: number) => (estimated ? t('catalogue.about', { count: format.count(count) }) : format.count(count)),
    [estimated, t, format],
  );
  const ofTraits = useMemo<readonly Column<Trait>[]>(
    () => [
      { id: 'label', header: t('catalogue.trait'), primary: true, cell: ({ label, name }) => <Named label={label} name={name} /> },
      { id: 'type', header: t('catalogue.type'), cell: ({ type }) => <span className={styles.type}>{type}</span> },
      { id: 'sources', header: t('catalogue.sources'), cell: ({ computed, sources }) => (computed ? t('catalogue.computed') : sources.join(', ')) },
      { id: 'filled', header: t('catalogue.filled'), align: 'right', cell: ({ filled }) => format.share(customers === 0 ? 0 : filled / customers) },
      { id: 'distinct', header: t('catalogue.distinct'), align: 'right', cell: ({ distinct }) => different(distinct) },
      { id: 'examples', header: t('catalogue.examples'), cell: ({ examples }) => examples.join(', ') },
      {
        id: 'used',
        header: t('catalogue.used'),
        cell: ({ used_by: used }) => (
          <span className={styles.used}>
            {used.slice(0, 3).map(({ slug, name }) => (
              <InnerLink key={slug} href={`/segments/${slug}`}>
                {name}
              </InnerLink>
            ))}
            {used.length > 3 ? <span className={styles.muted}>{t('catalogue.further', { count: used.length - 3 })}</span> : null}
          </span>
        ),
      },
    ],
    [t, format, customers, different],
  );
  const ofEvents = useMemo<readonly Column<Event>[]>(
    () => [
      { id: 'name', header: t('catalogue.event'), primary: true, cell: ({ name }) => name },
      { id: 'events', header: t('catalogue.count'), align: 'right', cell: ({ events: count }) => format.count(count) },
      { id: 'customers', header: t('catalogue.customers'), align: 'right', cell: ({ customers: count }) => different(count) },
      { id: 'sources', header: t('catalogue.sources'), cell: ({ sources }) => sources.join(', ') },
      { id: 'first', header: t('catalogue.first'), cell: ({ first_seen: at }) => <Day at={at} /> },
      { id: 'last', header: t('catalogue.last'), cell: ({ last_seen: at }) => <Day at={at} /> },
    ],
    [t, format, different],
  );
  const fits = (text: string) => text.toLowerCase().includes(typed.trim().toLowerCase());
  return (
    <div className={styles.tables}>
      <DataTable
        label={t('catalogue.traits')}
        columns={ofTraits}
        rows={traits.filter(({ name, label }) => fits(name) || fits(label))}
        rowId={({ name }) => name}
        tools={
          <TextInput
            type="search"
            value={typed}
            aria-label={t('catalogue.find')}
            placeholder={t('catalogue.find')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        }
      />
      {events.length === 0 ? null : (
        <DataTable label={t('catalogue.events')} columns={ofEvents} rows={events.filter(({ name }) => fits(name))} rowId={({ name }) => name} />
      )}
    </div>
  );
}

function Named({ label, name }: { readonly label: string; readonly name: string }) {
  return (
    <span className={styles.named}>
      {sentenceCase(label)}
      <code className={styles.muted}>{name}</code>
    </span>
  );
}
