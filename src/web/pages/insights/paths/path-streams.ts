import type { Stop, Stream } from '../../../charts/flow-chart.tsx';
import type { Paths } from '../insights-query.ts';

type Node = Paths['starts'][number];
type Words = { readonly other: string; readonly ended: string };

/**
 * The tree of visits drawn as streams: at each depth one stop for each event, whatever came before it, so that the picture stays as
 * wide as there are events. What ended at a stop flows nowhere: it is what is missing at its right side.
 */
export function streamsOf(starts: readonly Node[], { other }: Words): { readonly stops: readonly Stop[]; readonly streams: readonly Stream[] } {
  const stops = new Map<string, Stop>();
  const streams = new Map<string, { from: string; to: string; value: number }>();
  const visit = (nodes: readonly Node[], depth: number, parent: string | undefined): void => {
    for (const { event, sessions, next } of nodes) {
      const id = `${depth} ${event ?? ''}`;
      stops.set(id, { id, name: event ?? other, tone: event === null ? 'neutral' : 'value', depth });
      if (parent !== undefined && sessions > 0) {
        const key = `${parent}\n${id}`;
        const stream = streams.get(key) ?? { from: parent, to: id, value: 0 };
        streams.set(key, { ...stream, value: stream.value + sessions });
      }
      visit(next, depth + 1, id);
    }
  };
  visit(starts, 0, undefined);
  return { stops: [...stops.values()], streams: [...streams.values()] };
}
