import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fairnessBy } from '../../src/predict/index.ts';
import {
  areaUnderRoc,
  boostingScores,
  categoryColumn,
  type FeatureTable,
  fitBoosting,
  fitLogistic,
  fitSmoothing,
  fitUplift,
  kMeans,
  logisticScores,
  mean,
  silhouette,
  smoothedPath,
  stratifiedFolds,
  takenLabels,
  takeRows,
  twoProportions,
  upliftBetween,
  upliftScores,
  variance,
  welch,
  wilsonInterval,
} from '../../src/stats/index.ts';
import { dataset } from '../../test/datasets.ts';
import { bank, type LabelledTable, mall, shoppers, telco } from '../../test/public-tables.ts';
import type { Measurement } from './measurement.ts';
import { figure } from './published-figure.ts';
import { publishedValue } from './published-value.ts';

/** Ours beside what is published, for every figure of the reference page that something here computes. */
export function measurePublished(): Promise<readonly Measurement[]> {
  return Promise.resolve([...publishedValue(), ...groups(), ...classifiers(), ...hillstrom(), ...comparisons(), ...fairness(), ...airline()]);
}

function groups(): readonly Measurement[] {
  const points = mall();
  if (points === undefined) return [];
  const found = kMeans(points, 5);
  return [
    figure('mall inertia', found.inertia, 44_448.4554, 'scikit-learn', 0.001),
    figure('mall silhouette', silhouette(points, found.assignments), 0.553932, 'scikit-learn', 0.001),
  ];
}

const settings = { mostTrees: 100, learningRate: 0.06, mostLeaves: 16 } as const;
const fitted: Readonly<Record<'logistic' | 'boosting', (train: FeatureTable, labels: Uint8Array, test: FeatureTable) => Float64Array>> = {
  logistic: (train, labels, test) => logisticScores(fitLogistic(train, labels), test),
  boosting: (train, labels, test) => boostingScores(fitBoosting(train, labels, settings), test),
};

function classifiers(): readonly Measurement[] {
  const auc = (name: string, data: LabelledTable | undefined, model: 'logistic' | 'boosting', published: number, source: string): readonly Measurement[] => {
    if (data === undefined) return [];
    const { table, labels } = data;
    const areas = stratifiedFolds(labels, 5, 1).map(({ train, test }) =>
      areaUnderRoc(fitted[model](takeRows(table, train), takenLabels(labels, train), takeRows(table, test)), takenLabels(labels, test)),
    );
    return [figure(`${name} AUC, ${model}`, mean(areas), published, source, 0.005 / published, true)];
  };
  const [left, deposit, bought] = [telco(), bank(), shoppers()];
  return [
    ...auc('telco', left, 'logistic', 0.845, 'scikit-learn'),
    ...auc('telco', left, 'boosting', 0.847, 'scikit-learn'),
    ...auc('shoppers', bought, 'logistic', 0.893, 'scikit-learn'),
    ...auc('shoppers', bought, 'boosting', 0.934, 'LightGBM'),
    ...auc('bank', deposit, 'logistic', 0.765, 'scikit-learn'),
    ...auc('bank', deposit, 'boosting', 0.8, 'LightGBM'),
  ];
}

function hillstrom(): readonly Measurement[] {
  const file = dataset('hillstrom', 'hillstrom.csv.gz');
  if (file === undefined) return [];
  const [head = [], ...rows] = linesOf(file).map((line) => line.replaceAll(/"[^"]*"/g, 'quoted').split(','));
  const column = (name: string): readonly string[] => rows.map((row) => row[head.indexOf(name)] ?? '');
  const number = (name: string) => ({ kind: 'number', name, values: Float64Array.from(column(name), Number) }) as const;
  const group = column('segment');
  const of = (name: string): Uint32Array => Uint32Array.from(group.keys()).filter((row) => group[row] === name);
  const [women, none, men] = [of('Womens E-Mail'), of('No E-Mail'), of('Mens E-Mail')];
  const [visit, spend] = [number('visit').values, number('spend').values];
  const take = (values: Float64Array, chosen: Uint32Array): Float64Array => Float64Array.from(chosen, (row) => values[row] ?? 0);
  const visits = (chosen: Uint32Array): number => take(visit, chosen).reduce((sum, value) => sum + value, 0);
  const effect = twoProportions(visits(women), women.length, visits(none), none.length, wilsonInterval);
  const moments = (chosen: Uint32Array) => ({ count: chosen.length, mean: mean(take(spend, chosen)), variance: variance(take(spend, chosen)) });
  const spent = welch(moments(women), moments(none));
  const table: FeatureTable = {
    rows: rows.length,
    columns: [
      ...['recency', 'history', 'mens', 'womens', 'newbie'].map(number),
      categoryColumn('zip_code', column('zip_code')),
      categoryColumn('channel', column('channel')),
    ],
  };
  const treated = Uint8Array.from(group, (name) => (name === 'Womens E-Mail' ? 1 : 0));
  const outcomes = Uint8Array.from(visit);
  const parity = (wanted: number): Uint32Array => Uint32Array.from(group.keys()).filter((row) => group[row] !== 'Mens E-Mail' && row % 2 === wanted);
  const [even, odd] = [parity(0), parity(1)];
  const model = fitUplift('two-model', takeRows(table, even), takenLabels(treated, even), takenLabels(outcomes, even));
  const judged = { scores: upliftScores(model, takeRows(table, odd)), treated: takenLabels(treated, odd), outcomes: takenLabels(outcomes, odd) };
  const source = 'Hillstrom 2008';
  return [
    figure('Hillstrom visits, men', visits(men) / men.length, 0.182757, source, 1e-5),
    figure('Hillstrom visits, none', visits(none) / none.length, 0.106167, source, 1e-5),
    figure('Hillstrom visits, women', visits(women) / women.length, 0.1514, source, 1e-5),
    figure('Hillstrom effect on visits', effect?.difference ?? Number.NaN, 0.045233, 'scipy', 1e-4),
    figure('Hillstrom z', effect?.z ?? Number.NaN, 13.949, 'scipy', 1e-3),
    figure('Hillstrom effect on spending', spent?.difference ?? Number.NaN, 0.4244, 'scipy', 1e-3),
    figure('Hillstrom Welch t', spent?.t ?? Number.NaN, 3.256, 'scipy', 1e-3),
    figure('Hillstrom uplift, top 30 %', upliftBetween(judged, 0, 0.3).uplift, 0.075, 'scikit-learn', 0.03),
    figure('Hillstrom uplift, lower half', upliftBetween(judged, 0.5, 1).uplift, 0.013, 'scikit-learn', 0.15),
  ];
}

function comparisons(): readonly Measurement[] {
  const { low, high } = wilsonInterval(19, 38);
  return [
    figure('Wilson 19 of 38, low', low, 0.3485, 'statsmodels', 1e-3),
    figure('Wilson 19 of 38, high', high, 0.6515, 'statsmodels', 1e-3),
    figure('120 of 1000 v 150: p of z', twoProportions(120, 1000, 150, 1000, wilsonInterval)?.pValue ?? Number.NaN, 0.04964, 'statsmodels', 1e-3),
  ];
}

function fairness(): readonly Measurement[] {
  const rates = (name: string, labels: Uint8Array, by: readonly string[]): ReadonlyMap<string, number> =>
    new Map(
      fairnessBy(categoryColumn(name, by), name, { probabilities: Float64Array.from(labels), labels })?.groups.map(({ value, actual }) => [
        value,
        actual.value,
      ]),
    );
  const adult = dataset('adult', 'adult-train.csv.gz');
  const german = dataset('german-credit', 'german.csv');
  const found: Measurement[] = [];
  if (adult !== undefined) {
    const rows = linesOf(adult).map((line) => line.split(',').map((cell) => cell.trim()));
    const by = rates(
      'sex',
      Uint8Array.from(rows, (row) => (row[14] === '>50K' ? 1 : 0)),
      rows.map((row) => row[9] ?? ''),
    );
    const [men = Number.NaN, women = Number.NaN] = [by.get('Male'), by.get('Female')];
    found.push(
      figure('Adult label rate, men', men, 0.305737, 'AIF360’s data', 1e-5),
      figure('Adult label rate, women', women, 0.109461, 'AIF360’s data', 1e-5),
      figure('Adult ratio', women / men, 0.358, 'AIF360’s data', 2e-3),
    );
  }
  if (german !== undefined) {
    const rows = readFileSync(german, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(','));
    const by = rates(
      'age',
      Uint8Array.from(rows, (row) => (row.at(-1) === '1' ? 1 : 0)),
      rows.map((row) => (Number(row[12]) > 25 ? 'over 25' : 'to 25')),
    );
    const [older = Number.NaN, younger = Number.NaN] = [by.get('over 25'), by.get('to 25')];
    found.push(
      figure('German credit difference', younger - older, -0.149448, 'AIF360', 1e-4),
      figure('German credit ratio', younger / older, 0.79483, 'AIF360', 1e-4),
    );
  }
  return found;
}

function airline(): readonly Measurement[] {
  const file = dataset('timeseries', 'monthly-airline-passengers.csv');
  if (file === undefined) return [];
  const values = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',')[1]));
  const [seen, held] = [values.slice(0, 132), values.slice(132)];
  const mape = (path: ArrayLike<number>): number => (100 * held.reduce((sum, value, at) => sum + Math.abs((path[at] ?? 0) - value) / value, 0)) / held.length;
  const { kind, weights, state } = fitSmoothing(seen, { trend: 'additive', season: 'multiplicative', period: 12 });
  return [
    figure('airline MAPE, Holt-Winters', mape(smoothedPath(kind, weights, state, new Float64Array(12))), 2.21, 'statsmodels', 0.02),
    figure('airline MAPE, the year before', mape(seen.slice(120)), 9.99, 'statsmodels', 1e-3),
  ];
}

const linesOf = (file: string): readonly string[] =>
  gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.trim());
