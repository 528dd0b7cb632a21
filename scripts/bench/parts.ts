import type { Measurement } from './measurement.ts';
import type { BenchSettings } from './settings.ts';

/** One thing that `script/bench` measures. Its file is loaded only when it runs, so that a broken one breaks itself alone. */
export type Part = {
  readonly group: 'shell' | 'imports' | 'segments' | 'predict' | 'live' | 'web';
  readonly name: string;
  readonly measure: (settings: BenchSettings) => Promise<readonly Measurement[]>;
};

/** Every part, in the order in which they run. A new one is a line here and a row in docs/benchmarks.md. */
export const parts: readonly Part[] = [
  { group: 'shell', name: 'start', measure: async () => (await import('./start.ts')).measureStart() },
  { group: 'imports', name: 'online-retail', measure: async (settings) => (await import('./imports.ts')).measureOnlineRetail(settings) },
  { group: 'imports', name: 'orders-1m', measure: async (settings) => (await import('./imports.ts')).measureOrders(settings) },
  { group: 'imports', name: 'events-10m', measure: async (settings) => (await import('./imports.ts')).measureEvents(settings) },
  { group: 'segments', name: 'segments', measure: async (settings) => (await import('./segments.ts')).measureSegments(settings) },
  { group: 'predict', name: 'published', measure: async () => (await import('./published.ts')).measurePublished() },
  { group: 'predict', name: 'classifiers', measure: async (settings) => (await import('./foresight.ts')).measureClassifiers(settings) },
  { group: 'predict', name: 'boosting', measure: async (settings) => (await import('./foresight.ts')).measureBoosting(settings) },
  { group: 'predict', name: 'grouping', measure: async (settings) => (await import('./foresight.ts')).measureGrouping(settings) },
  { group: 'predict', name: 'recommend', measure: async () => (await import('./recommend.ts')).measureRecommend() },
  { group: 'predict', name: 'factors', measure: async (settings) => (await import('./recommend.ts')).measureFactors(settings) },
  { group: 'predict', name: 'value', measure: async (settings) => (await import('./value.ts')).measureValue(settings) },
  { group: 'live', name: 'inbox', measure: async (settings) => (await import('./live.ts')).measureInbox(settings) },
  { group: 'live', name: 'moves', measure: async (settings) => (await import('./live.ts')).measureMoves(settings) },
  { group: 'live', name: 'decide', measure: async (settings) => (await import('./decide.ts')).measureDecide(settings) },
  { group: 'live', name: 'click', measure: async (settings) => (await import('./click.ts')).measureClick(settings) },
  { group: 'web', name: 'first-load', measure: async (settings) => (await import('./first-load.ts')).measureFirstLoad(settings) },
  { group: 'web', name: 'api', measure: async (settings) => (await import('./api.ts')).measureApi(settings) },
  { group: 'web', name: 'live-preview', measure: async (settings) => (await import('./api.ts')).measureLivePreview(settings) },
  { group: 'web', name: 'import-through-page', measure: async (settings) => (await import('./import-through-page.ts')).measureImportThroughPage(settings) },
];

/** The parts that are called so, or whose group is; all of them when nothing is named. Undefined for a name that nothing has. */
export function chooseParts(names: readonly string[]): readonly Part[] | undefined {
  const named = (name: string) => parts.filter((part) => part.name === name || part.group === name);
  if (names.some((name) => named(name).length === 0)) return undefined;
  return names.length === 0 ? parts : parts.filter((part) => names.includes(part.name) || names.includes(part.group));
}
