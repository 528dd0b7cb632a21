import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a run is given: where it may write, where the public datasets lie, and how large its shops are. */
export type BenchSettings = {
  readonly folder: string;
  /** Undefined where the datasets are absent. */
  readonly datasets: string | undefined;
  /** Sizes are divided by this: 1, or 20 for a quick look whose figures prove nothing. */
  readonly shrink: number;
  readonly seed: number;
};

export function benchSettings(folder: string, quick: boolean): BenchSettings {
  mkdirSync(folder, { recursive: true });
  const datasets = process.env['CLIENTELE_DATASETS'] ?? join(import.meta.dirname, '../../../shared/data');
  return { folder, datasets: existsSync(datasets) ? datasets : undefined, shrink: quick ? 20 : 1, seed: 1 };
}
