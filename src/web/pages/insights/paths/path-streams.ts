import type { Stop, Stream } from '../../../charts/flow-chart.tsx';
import type { Paths } from '../insights-query.ts';

type Node = Paths['starts'][number];
type Words = { readonly other: string; readonly ended: string };

/**
 * The tree of visits drawn as streams: at each depth one stop for each event, whatever came before it, so that the picture stays as
 * wide as there are events. Visits that ended flow into a stop of their own.
 */
export function streamsOf(starts: readonly Node[], { other, ended: left }: Words): { readonly stops: readonly Stop[]; readonly streams: readonly Stream[] } {
  const stops = new Map<string, Stop>();
  const streams = new Map<string, Stream>();
  const add = (from: string | undefined, stop: Stop, sessions: number): void => {
    stops.set(stop.id, stop);
    if (from === undefined || sessions === 0) return;
    const key = `${from}\n${stop.id}`;
    streams.set(key, { from, to: stop.id, value: (streams.get(key)?.value ?? 0) + sessions });
  };
  const visit = (nodes: readonly Node[], depth: number, parent: string | undefined): void => {
    for (const { event, sessions, ended, next } of nodes) {
      const id = event === null ? `${depth} other` : `${depth} event ${event}`;
      add(parent, { id, name: event ?? other, tone: event === null ? 'neutral' : 'value', depth }, sessions);
      // At the depth where the picture ends nobody is told apart any more.
      if (ended > 0 && depth + 1 < depthOf(starts)) add(id, { id: `${depth + 1} ended`, name: left, tone: 'neutral', depth: depth + 1 }, ended);
      visit(next, depth + 1, id);
    }
  };
  visit(starts, 0, undefined);
  return { stops: [...stops.values()], streams: [...streams.values()] };
}

const depthOf = (nodes: readonly Node[]): number => (nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map(({ next }) => depthOf(next))));
