import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowChart } from '../../charts/flow-chart.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { GroupPanel } from '../../components/group/group-panel.tsx';
import { AskedPanel } from '../../components/panel/asked-panel.tsx';
import { type LifecycleFlow, lifecycleFlowQuery } from './home-query.ts';
import { flowOf } from './lifecycle-flow.ts';
import type { DayRange } from './range-of.ts';

/** Who moved from which stage of life to which. Choosing a stage at the right names its people. */
export function LifecyclePanel({ range }: { readonly range: DayRange }) {
  const { t } = useTranslation('home');
  const answer = useQuery({ ...lifecycleFlowQuery(range), placeholderData: keepPreviousData });
  return (
    <AskedPanel title={t('lifecycle.title')} answer={answer} height={380}>
      {(data) => <Drawn data={data} />}
    </AskedPanel>
  );
}

function Drawn({ data }: { readonly data: LifecycleFlow }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { stops, streams, table, groups } = useMemo(
    () =>
      flowOf(data, {
        newcomers: t('lifecycle.newcomers'),
        move: (from, to) => (from === to ? t('lifecycle.stayed', { stage: to }) : t('lifecycle.moved', { from, to })),
        money: format.money,
        count: format.count,
        headers: [t('lifecycle.who'), t('lifecycle.start'), t('lifecycle.end'), t('lifecycle.spent')],
      }),
    [data, t, format],
  );
  return (
    <GroupPanel
      title={t('lifecycle.title')}
      finding={data.sentence}
      how={data.how}
      table={table}
      groups={groups}
      tableOnPhone
      chart={(choose) => (
        <FlowChart
          label={data.sentence}
          stops={stops}
          streams={streams}
          format={format.count}
          height={340}
          onSelect={(stream) => choose(data.stages.length + streams.indexOf(stream))}
          onStop={(stop) => choose(data.stages.findIndex(({ stage }) => stop.id === `to ${stage}`))}
        />
      )}
    />
  );
}
