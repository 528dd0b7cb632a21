import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { Alike } from './apart-query.ts';
import styles from './apart.module.css';
import { KeepAlike } from './keep-alike.tsx';

/** How many are like the members, from the nearest on, and how well that can be told. */
export function AlikePanel({ segment, data }: { readonly segment: string; readonly data: Alike }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const bars = useMemo(
    () =>
      data.sizes.flatMap(({ people, lift }) =>
        lift === null ? [] : [{ name: t('alike.nearest', { count: people, formatted: format.count(people) }), value: lift }],
      ),
    [data, format, t],
  );
  const times = useCallback((value: number) => t('alike.times', { times: format.decimal(value) }), [format, t]);
  return (
    <GroupPanel
      title={t('alike.title')}
      finding={data.sentence}
      how={`${data.how} ${data.because}${data.quality.auc === null ? '' : ` ${t('alike.quality', { method: data.method, auc: format.share(data.quality.auc) })}`}`}
      {...(bars.length === 0 ? {} : { chart: (choose) => <BarChart label={data.sentence} bars={bars} format={times} lying onSelect={choose} /> })}
      groups={data.sizes.map(({ people, expression }) =>
        expression === null
          ? undefined
          : {
              title: t('alike.nearest', { count: people, formatted: format.count(people) }),
              people,
              expression,
              segmentName: t('alike.called', { name: data.segment.name }),
            },
      )}
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
      {data.drivers.length === 0 ? null : (
        <p className={styles.muted}>{t('alike.drivers', { drivers: format.list(data.drivers.slice(0, 5).map(({ label }) => label)) })}</p>
      )}
      {bars.length === 0 ? null : <KeepAlike segment={segment} trait={data.trait} />}
    </GroupPanel>
  );
}
