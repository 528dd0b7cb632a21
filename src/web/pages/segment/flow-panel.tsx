import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../charts/bar-chart.tsx';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { AskedPanel } from '../../components/panel/asked-panel.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { flowQuery } from './segment-queries.ts';
import styles from './segment-page.module.css';

const mostNames = 8;

/** Who came and who went, by day, and the newest of them. */
export function FlowPanel({ slug }: { readonly slug: string }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const flow = useQuery(flowQuery(slug));
  return (
    <AskedPanel title={t('flow.title')} answer={flow} height={260}>
      {(found) => (
        <Panel
          title={t('flow.title')}
          finding={found.sentence}
          how={t('flow.how')}
          {...(found.days.length === 0
            ? {}
            : {
                chart: (
                  <BarChart
                    label={found.sentence}
                    bars={found.days.flatMap(({ date, entered, left }) => [
                      { name: t('flow.in', { date: format.date(date) }), value: entered, tone: 'growth' as const },
                      { name: t('flow.out', { date: format.date(date) }), value: -left, tone: 'risk' as const },
                    ])}
                    format={format.count}
                  />
                ),
                table: {
                  columns: [{ header: t('date') }, { header: t('flow.entered') }, { header: t('flow.left') }],
                  rows: found.days.map(({ date, entered, left }) => [date, entered, left]),
                },
              })}
        >
          <ul className={styles.rows}>
            {found.people.slice(0, mostNames).map((person) => (
              <li key={`${person.profile} ${person.at} ${person.entered}`} className={styles.label}>
                <InnerLink href={`/customers/${person.profile}`}>{person.name ?? person.email ?? t('number', { number: person.profile })}</InnerLink>
                <span className={styles.muted}>
                  {person.entered ? t('flow.cameOn', { day: format.day(person.at) }) : t('flow.wentOn', { day: format.day(person.at) })}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </AskedPanel>
  );
}
