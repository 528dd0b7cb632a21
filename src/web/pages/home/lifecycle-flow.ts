import type { Stop, Stream } from '../../charts/flow-chart.tsx';
import type { Tone } from '../../charts/tone.ts';
import type { Group } from '../../components/group/group.ts';
import type { TableBehind } from '../../components/panel/table-behind.ts';
import type { LifecycleFlow } from './home-query.ts';

type Words = {
  readonly newcomers: string;
  readonly move: (from: string, to: string) => string;
  readonly money: (value: number) => string;
  readonly count: (value: number) => string;
  readonly headers: readonly [string, string, string, string];
};

export type Flow = { readonly stops: readonly Stop[]; readonly streams: readonly Stream[]; readonly table: TableBehind; readonly groups: readonly Group[] };

/** Stages before at the left, after at the right; the table's rows are the stages, then the streams in their order. */
export function flowOf({ stages, flows }: LifecycleFlow, { newcomers, move, money, count, headers }: Words): Flow {
  const present = new Set(flows.flatMap(({ from, to }) => [`from ${from ?? ''}`, `to ${to}`]));
  const stops: readonly Stop[] = [
    ...stages.map(({ stage }) => ({ id: `from ${stage}`, name: stage, tone: toneOf(stage), depth: 0 })),
    { id: 'from ', name: newcomers, tone: 'growth' as const, depth: 0 },
    ...stages.map(({ stage }) => ({ id: `to ${stage}`, name: stage, tone: toneOf(stage), depth: 1 })),
  ].filter(({ id }) => present.has(id));
  const streams = flows.map(({ from, to, people }) => ({ from: `from ${from ?? ''}`, to: `to ${to}`, value: people }));
  const names = flows.map(({ from, to }) => move(from ?? newcomers, to));
  return {
    stops,
    streams,
    table: {
      columns: [{ header: headers[0] }, { header: headers[1], format: count }, { header: headers[2], format: count }, { header: headers[3], format: money }],
      rows: [
        ...stages.map(({ stage, start, end, revenue }) => [stage, start, end, revenue]),
        ...flows.map(({ people, revenue }, index) => [names[index] ?? '', null, people, revenue]),
      ],
    },
    groups: [
      ...stages.map(({ stage, people, expression, revenue }) => ({ title: stage, people, expression, detail: money(revenue) })),
      ...flows.map(({ people, expression, revenue }, index) => ({ title: names[index] ?? '', people, expression, detail: money(revenue) })),
    ],
  };
}

/** Stages have the workspace's own names: the ones it begins with have a meaning, any other is neutral. */
function toneOf(stage: string): Tone {
  if (/churn|lost|gone/i.test(stage)) return 'risk';
  if (/risk|slip|quiet/i.test(stage)) return 'risk';
  if (/new/i.test(stage)) return 'growth';
  if (/active|loyal|champion|occasional|regular/i.test(stage)) return 'value';
  return 'neutral';
}
