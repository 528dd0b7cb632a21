import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowChart } from '../../../charts/flow-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Period } from '../../../components/period/period.ts';
import { People } from '../../../components/people/people.tsx';
import type { Paths } from '../insights-query.ts';
import { streamsOf } from './path-streams.ts';
import styles from './paths-panels.module.css';

/** Visits as streams from event to event, and the most frequent ways in words. Each way can be looked at as a funnel, which knows its people. */
export function PathsPanels({ data, period }: { readonly data: Paths; readonly period: Period }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const phone = useMediaQuery('(max-width: 599px)', false, { getInitialValueInEffect: false });
  const { stops, streams } = useMemo(() => streamsOf(data.starts, { other: t('paths.other'), ended: t('paths.ended') }), [data, t]);
  const table = {
    columns: [
      { header: t('paths.way') },
      { header: t('paths.visits'), format: format.count },
      { header: t('paths.share'), format: format.share },
      { header: t('people'), format: format.count },
    ],
    rows: data.top.map(({ events, sessions, share, people }) => [events.join(' → '), sessions, share, people]),
  };
  if (data.sessions === 0) return <Panel title={t('paths.title')} finding={data.sentence} how={data.how} />;
  return (
    <>
      <Panel
        title={t('paths.title')}
        finding={data.sentence}
        how={data.how}
        table={table}
        startAsTable={phone}
        chart={<FlowChart label={data.sentence} stops={stops} streams={streams} format={format.count} height={440} />}
      />
      <Panel title={t('paths.top')} how={t('paths.topHow')}>
        <ol className={styles.ways}>
          {data.top.map(({ events, sessions, people }, index) => (
            <li key={index} className={styles.way}>
              <span className={styles.events}>{events.join(' → ')}</span>
              <span className={styles.facts}>
                {t('paths.visitsOf', { count: sessions, formatted: format.count(sessions) })}
                <People count={people} />
                {events.length < 2 ? null : (
                  <Link to="/insights/funnel" search={{ period, steps: events.slice(0, 8) }} className={styles.link}>
                    {t('paths.asFunnel')}
                  </Link>
                )}
              </span>
            </li>
          ))}
        </ol>
      </Panel>
    </>
  );
}
