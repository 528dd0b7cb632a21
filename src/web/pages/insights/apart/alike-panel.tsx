import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { Alike } from './apart-query.ts';
import styles from './apart.module.css';

/** How many are like the members, from the nearest on, and how well that can be told. */
export function AlikePanel({ data }: { readonly data: Alike }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const bars = useMemo(
    () =>
      data.sizes.map(({ people, members_found: found }) => ({ name: t('alike.nearest', { count: people, formatted: format.count(people) }), value: found })),
    [data, format, t],
  );
  return (
    <GroupPanel
      title={t('alike.title')}
      finding={data.sentence}
      how={`${data.how} ${data.because}`}
      {...(bars.length === 0 ? {} : { chart: (choose) => <BarChart label={data.sentence} bars={bars} format={format.share} lying onSelect={choose} /> })}
      groups={data.sizes.map(({ people, expression }) => ({
        title: t('alike.nearest', { count: people, formatted: format.count(people) }),
        people,
        expression,
      }))}
      table={{
        columns: [
          { header: t('people'), format: format.count },
          { header: t('alike.atLeast'), format: format.share },
          { header: t('alike.mean'), format: format.share },
          { header: t('alike.found'), format: format.share },
          { header: t('alike.lift'), format: format.decimal },
        ],
        rows: data.sizes.map((each) => [each.people, each.at_least, each.mean, each.members_found, each.lift]),
      }}
    >
      <p className={styles.muted}>
        {data.quality.auc === null
          ? data.method
          : t('alike.quality', {
              method: data.method,
              auc: format.fine(data.quality.auc),
              drivers: format.list(data.drivers.slice(0, 5).map(({ label }) => label)),
            })}
      </p>
    </GroupPanel>
  );
}
