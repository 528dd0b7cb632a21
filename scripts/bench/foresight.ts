import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  areaUnderRoc,
  boostingScores,
  type FeatureTable,
  fitBoosting,
  fitForest,
  fitLogistic,
  forestScores,
  kMeans,
  logisticScores,
  randomNormal,
  seededRandom,
  type Split,
  stratifiedFolds,
  takenLabels,
  takeRows,
} from '../../src/stats/index.ts';
import { bank, type LabelledTable, mall, shoppers, telco } from '../../test/public-tables.ts';
import { type Measurement, measurement } from './measurement.ts';
import { watchPeak } from './peak.ts';
import type { BenchSettings } from './settings.ts';

/** Debian's scikit-learn (`apt-get install python3-sklearn`), on the same rows in the same run; without it there is nothing to compare with. */
const python = '/usr/bin/python3';

/** Quality of classifiers and groups beside scikit-learn, on public sets with the same folds. */
export function measureClassifiers({ folder }: BenchSettings): Promise<readonly Measurement[]> {
  return inFolder(folder, (work) => [
    ...quality('telco', telco(), work),
    ...quality('bank', bank(), work),
    ...quality('shoppers', shoppers(), work),
    ...mallGroups(work),
  ]);
}

/** Speed of boosting and of scoring on a made-up table. */
export function measureBoosting({ folder, shrink }: BenchSettings): Promise<readonly Measurement[]> {
  return inFolder(folder, (work) => [boostingSpeed(work, Math.round(200_000 / shrink)), scoringSpeed(Math.round(1_000_000 / shrink))]);
}

/** Speed of k-means on made-up points. */
export function measureGrouping({ folder, shrink }: BenchSettings): Promise<readonly Measurement[]> {
  return inFolder(folder, (work) => [groupingSpeed(work, Math.round(500_000 / shrink))]);
}

function inFolder(folder: string, measure: (work: string) => readonly Measurement[]): Promise<readonly Measurement[]> {
  const work = join(folder, 'foresight');
  mkdirSync(work, { recursive: true });
  const taken = measure(work);
  rmSync(work, { recursive: true });
  return Promise.resolve(taken);
}

type Answer = { readonly model?: string; readonly auc?: number; readonly seconds: number; readonly inertia?: number };

function beside(work: string, task: Readonly<Record<string, unknown>>): readonly Answer[] {
  writeFileSync(join(work, 'task.json'), JSON.stringify(task));
  if (!existsSync(python)) return [];
  const output = execFileSync(python, [join(import.meta.dirname, 'classifiers.py'), work], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

/** Columns as doubles; levels as their places, nothing as NaN for numbers and −1 for levels. */
function writeTable(work: string, { columns }: FeatureTable, labels: Uint8Array): void {
  columns.forEach((column, place) =>
    writeFileSync(join(work, `c${place}.bin`), bytes(column.kind === 'number' ? column.values : Float64Array.from(column.codes))),
  );
  writeFileSync(join(work, 'labels.bin'), labels);
}
const bytes = ({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

const models: Readonly<Record<string, (train: FeatureTable, labels: Uint8Array, test: FeatureTable) => Float64Array>> = {
  logistic: (train, labels, test) => logisticScores(fitLogistic(train, labels), test),
  boosting: (train, labels, test) => boostingScores(fitBoosting(train, labels, { mostTrees: 100, learningRate: 0.06, mostLeaves: 16 }), test),
  forest: (train, labels, test) => forestScores(fitForest(train, labels), test),
};

function quality(name: string, data: LabelledTable | undefined, work: string): readonly Measurement[] {
  if (data === undefined) return [];
  const { table, labels } = data;
  const folds = stratifiedFolds(labels, 5, 1);
  writeTable(work, table, labels);
  const foldOfRow = new Uint8Array(labels.length);
  folds.forEach(({ test }, fold) => test.forEach((row) => (foldOfRow[row] = fold)));
  writeFileSync(join(work, 'folds.bin'), foldOfRow);
  const answers = beside(work, { what: 'quality', rows: table.rows, kinds: table.columns.map(({ kind }) => kind) });
  return Object.keys(models).map((model) => {
    const started = performance.now();
    const auc = meanAuc(model, data, folds);
    const seconds = (performance.now() - started) / 1000;
    const other = answers.find((answer) => answer.model === model);
    return measurement({
      name: `auc-${name}-${model}`,
      what: `area under the ROC curve of ${model}, five folds of ${name}`,
      value: auc,
      unit: 'AUC',
      ...(other?.auc === undefined ? {} : { baseline: { what: 'scikit-learn', value: other.auc } }),
      limits: { atLeast: (other?.auc ?? 0) - 0.005 },
      details: { seconds, scikit_learn_seconds: other?.seconds ?? null },
    });
  });
}

function meanAuc(model: string, { table, labels }: LabelledTable, folds: readonly Split[]): number {
  const areas = folds.map(({ train, test }) => {
    const scores = models[model]?.(takeRows(table, train), takenLabels(labels, train), takeRows(table, test)) ?? new Float64Array();
    return areaUnderRoc(scores, takenLabels(labels, test));
  });
  return areas.reduce((sum, area) => sum + area, 0) / areas.length;
}

function mallGroups(work: string): readonly Measurement[] {
  const points = mall();
  if (points === undefined) return [];
  writeFileSync(join(work, 'points.bin'), bytes(points.values));
  const [other] = beside(work, { what: 'k-means', rows: points.rows, k: 5, restarts: 10 });
  return [
    measurement({
      name: 'k-means-mall',
      what: 'k-means inertia of the mall customers, 5 groups (published 44448.4554)',
      value: kMeans(points, 5).inertia,
      unit: 'inertia',
      baseline: { what: other === undefined ? 'published' : 'scikit-learn', value: other?.inertia ?? 44448.4554 },
      limits: { ratioAtMost: 1.001 },
    }),
  ];
}

/** Ten of 40 columns decide, three of them together with the next. */
function madeTable(rows: number): LabelledTable {
  const random = seededRandom(5);
  const columns = Array.from({ length: 40 }, (_, place) => ({
    kind: 'number' as const,
    name: `f${place}`,
    values: Float64Array.from({ length: rows }, () => randomNormal(random)),
  }));
  const at = (place: number, row: number): number => columns[place]?.values[row] ?? 0;
  const labels = Uint8Array.from({ length: rows }, (_, row) => {
    let score = -1;
    for (let place = 0; place < 10; place += 1) score += (place % 2 ? 0.5 : -0.5) * at(place, row) * (place < 3 ? at(place + 1, row) : 1);
    return random() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
  });
  return { table: { rows, columns }, labels };
}

function boostingSpeed(work: string, rows: number): Measurement {
  const peak = watchPeak();
  const { table, labels } = madeTable(rows);
  writeTable(work, table, labels);
  const others = [1, 2].flatMap(() => beside(work, { what: 'boosting', rows, trees: 100, kinds: table.columns.map(({ kind }) => kind) }));
  const seconds = fastest(2, () => fitBoosting(table, labels, { mostTrees: 100, penalty: 0 }));
  return measurement({
    name: 'boosting-speed',
    what: `gradient boosting of 100 trees on ${rows.toLocaleString('en-GB')} × 40, one thread`,
    value: seconds,
    unit: 's',
    ...(others.length === 0 ? {} : { baseline: { what: 'HistGradientBoosting, all cores', value: Math.min(...others.map((own) => own.seconds)) } }),
    peakMegabytes: peak(),
    limits: { ratioAtMost: 2, peakAtMost: 2048 },
  });
}

function scoringSpeed(rows: number): Measurement {
  const peak = watchPeak();
  const { table, labels } = madeTable(Math.min(rows, 20_000));
  const model = fitBoosting(table, labels, { mostTrees: 100 });
  const many = takeRows(
    table,
    Uint32Array.from({ length: rows }, (_, row) => row % table.rows),
  );
  return measurement({
    name: 'scoring-speed',
    what: `scoring ${rows.toLocaleString('en-GB')} customers with 100 trees over 40 columns, one thread`,
    value: fastest(2, () => boostingScores(model, many)),
    unit: 's',
    peakMegabytes: peak(),
    limits: { atMost: 5, peakAtMost: 2048 },
  });
}

function groupingSpeed(work: string, rows: number): Measurement {
  const peak = watchPeak();
  const random = seededRandom(7);
  const centres = Float64Array.from({ length: 8 * 12 }, () => 1.5 * randomNormal(random));
  const values = Float64Array.from(
    { length: rows * 12 },
    (_, place) => (centres[(Math.floor(place / 12) % 8) * 12 + (place % 12)] ?? 0) + randomNormal(random),
  );
  writeFileSync(join(work, 'points.bin'), bytes(values));
  const [other] = beside(work, { what: 'k-means', rows, k: 8, restarts: 10 });
  let inertia = 0;
  const seconds = fastest(2, () => {
    inertia = kMeans({ rows, width: 12, values }, 8).inertia;
  });
  return measurement({
    name: 'k-means-speed',
    what: `k-means with 8 groups and ten starts on ${rows.toLocaleString('en-GB')} × 12, one thread`,
    value: seconds,
    unit: 's',
    ...(other === undefined ? {} : { baseline: { what: 'scikit-learn, all cores', value: other.seconds } }),
    peakMegabytes: peak(),
    limits: { ratioAtMost: 1.5, peakAtMost: 2048 },
    details: { inertia, scikit_learn_inertia: other?.inertia ?? null },
  });
}

function fastest(times: number, work: () => unknown): number {
  const seconds = Array.from({ length: times }, () => {
    const started = performance.now();
    work();
    return (performance.now() - started) / 1000;
  });
  return Math.min(...seconds);
}
