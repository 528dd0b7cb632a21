import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LorenzChart } from '../../../charts/lorenz-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { concentrationQuery, type ValueConcentration } from '../insights-query.ts';
import styles from './concentration-panel.module.css';
import { fromTheTop } from './concentration.ts';
import { useConcentrationTable } from './use-concentration-table.ts';

/** How much of the revenue how few customers bring, and who of them has gone quiet. */
export function ConcentrationPanel() {
  const { t } = useTranslation('insights');
  const answer = useQuery(concentrationQuery);
  return (
    <AskedPanel title={t('concentration.title')} answer={answer} height={380}>
      {(data) => <Curve data={data} />}
    </AskedPanel>
  );
}

function Curve({ data }: { readonly data: ValueConcentration }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const points = useMemo(() => fromTheTop(data.curve), [data]);
  const { table, groups } = useConcentrationTable(data);
  const top = data.tops.find((each) => each.top === 0.1) ?? data.tops.at(-1);
  const mark = useMemo(
    () =>
      top === undefined || data.buyers === 0
        ? undefined
        : {
            people: top.people / data.buyers,
            value: top.revenue_share,
            words: t('concentration.mark', { count: top.people, formatted: format.count(top.people), share: format.share(top.revenue_share) }),
          },
    [top, data, format, t],
  );
  return (
    <GroupPanel
      title={t('concentration.title')}
      finding={data.sentence}
      how={data.how}
      table={table}
      groups={groups}
      chart={(choose) => (
        <>
          <LorenzChart
            label={data.sentence}
            points={points}
            format={format.share}
            {...(mark === undefined ? {} : { mark })}
            peopleTitle={t('concentration.people')}
            valueTitle={t('concentration.revenue')}
            height={300}
          />
          <div className={styles.tops} role="group" aria-label={t('concentration.tops')}>
            {data.tops.map((each, index) => (
              <Button key={each.top} size="compact-sm" variant="default" onClick={() => choose(2 * index)}>
                {t('concentration.top', { share: format.share(each.top) })}
              </Button>
            ))}
          </div>
        </>
      )}
    />
  );
}
