import { readFileSync } from 'node:fs';
import { bgNbdExpected, bgNbdExpectedNew } from '../../src/predict/value/bg-nbd/predict.ts';
import { fitBgNbd } from '../../src/predict/value/bg-nbd/fit.ts';
import { fitGammaGamma } from '../../src/predict/value/gamma-gamma/fit.ts';
import { expectedSpend } from '../../src/predict/value/gamma-gamma/predict.ts';
import { groupHistories } from '../../src/predict/value/histories/group.ts';
import { historyAt } from '../../src/predict/value/histories/history.ts';
import { fitParetoNbd } from '../../src/predict/value/pareto-nbd/fit.ts';
import { paretoNbdAlive, paretoNbdExpected } from '../../src/predict/value/pareto-nbd/predict.ts';
import { dataset } from '../../test/datasets.ts';
import type { Measurement } from './measurement.ts';
import { figure } from './published-figure.ts';

/** CDNOW's customers, 39 weeks (Fader, Hardie & Lee 2005; Fader & Hardie 2005, 2013). */
export function publishedValue(): readonly Measurement[] {
  const file = dataset('cdnow', 'cdnow_customers_summary_with_transactions.csv');
  if (file === undefined) return [];
  const people = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, repeats = 0, recency = 0, age = 0, spend = 0] = line.split(',').map(Number);
      return { repeats, recency, age, spend };
    });
  const histories = groupHistories(
    people.map(({ repeats }) => repeats),
    people.map(({ recency }) => recency),
    people.map(({ age }) => age),
  );
  const { model: bg, likelihood } = fitBgNbd(histories);
  const { model: pareto, likelihood: paretoLikelihood } = fitParetoNbd(histories);
  const buyers = people.filter(({ repeats }) => repeats > 0);
  const { model: money } = fitGammaGamma({ repeats: buyers.map(({ repeats }) => repeats), mean: buyers.map(({ spend }) => spend) });
  const total = (until: number): number =>
    histories.weight.reduce((sum, weight, row) => sum + weight * bgNbdExpectedNew(bg, historyAt(histories, row).age + until - 39), 0);
  const regular = { repeats: 26, recency: 30.86, age: 31 };
  const [fader, btyd, gamma] = ['Fader, Hardie & Lee 2005', 'Fader & Hardie 2005', 'Fader & Hardie 2013'];
  const whole = (name: string, ours: number, published: number, source: string): Measurement =>
    figure(name, ours, published, source, 0.1 / Math.abs(published));
  return [
    figure('BG/NBD r', bg.r, 0.2426, fader),
    figure('BG/NBD α', bg.alpha, 4.4135, fader),
    figure('BG/NBD a', bg.a, 0.7929, fader),
    figure('BG/NBD b', bg.b, 2.4258, fader),
    whole('BG/NBD log-likelihood', likelihood.logLikelihood, -9582.43, fader),
    ...(
      [
        [1 / 7, 0.0078],
        [1, 0.0532],
        [3, 0.1506],
        [32, 1.0437],
        [78, 1.858],
      ] as const
    ).map(([weeks, published]) =>
      figure(`BG/NBD E[X(${weeks < 1 ? '1 day' : weeks === 1 ? '1 week' : `${weeks} weeks`})]`, bgNbdExpectedNew(bg, weeks), published, fader),
    ),
    figure('BG/NBD conditional expectation', bgNbdExpected(bg, { repeats: 2, recency: 30.43, age: 38.86 }, 39), 1.226, fader, 1e-3),
    figure('BG/NBD repeats until week 52', total(52), 3183, 'counted; the paper falls short by 3 %', 0.05),
    figure('BG/NBD repeats until week 78', total(78), 4339, 'counted; the paper falls short by 4 %', 0.05),
    figure('Pareto/NBD r', pareto.r, 0.553, btyd),
    figure('Pareto/NBD α', pareto.alpha, 10.578, btyd),
    figure('Pareto/NBD s', pareto.s, 0.606, btyd),
    figure('Pareto/NBD β', pareto.beta, 11.669, btyd),
    whole('Pareto/NBD log-likelihood', paretoLikelihood.logLikelihood, -9594.976, btyd),
    figure('Pareto/NBD conditional expectation', paretoNbdExpected(pareto, regular, 52), 25.46, btyd, 2e-3),
    figure('Pareto/NBD P(alive)', paretoNbdAlive(pareto, regular), 0.9979, btyd, 1e-3),
    figure('Gamma-Gamma p', money.p, 6.25, gamma),
    figure('Gamma-Gamma q', money.q, 3.74, gamma),
    figure('Gamma-Gamma γ', money.gamma, 15.44, gamma),
    ...(
      [
        [0, 24.659],
        [1, 18.911],
        [2, 35.171],
      ] as const
    ).map(([place, published]) =>
      figure(
        `Gamma-Gamma spend of customer ${place + 1}`,
        expectedSpend(money, people[place]?.repeats ?? 0, people[place]?.spend ?? 0),
        published,
        gamma,
        1e-3,
      ),
    ),
  ];
}
