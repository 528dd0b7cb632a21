import type { Stop, Stream } from '../../../charts/flow-chart.tsx';
import type { Tone } from '../../../charts/tone.ts';
import type { Migration } from './flows-query.ts';

/** Moments from left to right, groups in their order; who came in between stands with those before. */
export function migrationFlow(
  { groups, moments, flows }: Migration,
  newcomers: string,
): { readonly stops: readonly Stop[]; readonly streams: readonly Stream[] } {
  const streams = flows.map(({ step, from, to, people }) => ({ from: idOf(step, from), to: idOf(step + 1, to), value: people }));
  const present = new Set(streams.flatMap(({ from, to }) => [from, to]));
  const stops = moments
    .flatMap((_, step) => [
      ...groups.map((group) => ({ id: idOf(step, group), name: group, tone: toneOf(group), depth: step })),
      { id: idOf(step, null), name: newcomers, tone: 'growth' as const, depth: step },
    ])
    .filter(({ id }) => present.has(id));
  return { stops, streams };
}

const idOf = (step: number, group: string | null): string => `${step} ${group ?? ''}`;

/** Groups have names of the workspace's own: those it begins with have a meaning, any other is neutral. */
function toneOf(group: string): Tone {
  if (/churn|lost|gone|risk|slip|quiet|hibernat|lose|sleep|^low$/i.test(group)) return 'risk';
  if (/new|promising|potential/i.test(group)) return 'growth';
  if (/active|loyal|champion|regular|^high$/i.test(group)) return 'value';
  return 'neutral';
}
