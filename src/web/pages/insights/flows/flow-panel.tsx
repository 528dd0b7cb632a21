import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowChart } from '../../../charts/flow-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { Migration } from './flows-query.ts';
import { migrationFlow } from './migration-flow.ts';

/** The streams, and the people of each group at the end. */
export function FlowPanel({ data }: { readonly data: Migration }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { stops, streams } = useMemo(() => migrationFlow(data, t('flows.newcomers')), [data, t]);
  const last = data.moments.at(-1);
  const ends = last?.groups ?? [];
  const name = (group: string | null) => group ?? t('flows.newcomers');
  const day = (step: number) => format.date(data.moments[step]?.date ?? data.to);
  return (
    <GroupPanel
      title={t('flows.title', { what: data.label })}
      finding={data.sentence}
      how={data.how}
      tableOnPhone
      chart={(choose) => (
        <FlowChart
          label={data.sentence}
          stops={stops}
          streams={streams}
          format={format.count}
          height={Math.max(340, data.groups.length * 48)}
          onStop={(stop) => choose(stop.depth === data.moments.length - 1 ? ends.findIndex(({ group }) => group === stop.name) : -1)}
          onSelect={(stream) => choose(ends.length + streams.indexOf(stream))}
        />
      )}
      groups={[
        ...ends.map(({ group, people, expression, revenue }) => ({ title: group, people, expression, detail: format.money(revenue) })),
        ...data.flows.map(({ from, to, people, revenue, share }) => ({
          title: from === to ? t('flows.stayed', { group: to }) : t('flows.moved', { from: name(from), to }),
          people,
          expression: null,
          detail: `${format.share(share)} · ${format.money(revenue)}`,
        })),
      ]}
      table={{
        columns: [
          { header: t('flows.from') },
          { header: t('flows.to') },
          { header: t('flows.until') },
          { header: t('people'), format: format.count },
          { header: t('flows.share'), format: format.share },
          { header: t('revenueSoFar'), format: format.money },
        ],
        rows: [
          ...ends.map(({ group, people, revenue }) => [group, null, format.date(data.to), people, null, revenue]),
          ...data.flows.map(({ step, from, to, people, share, revenue }) => [name(from), to, day(step + 1), people, share, revenue]),
        ],
      }}
    />
  );
}
