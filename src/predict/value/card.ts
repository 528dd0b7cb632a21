import type { ModelCandidate, ModelNeed, ValueBacktest, ValueDetails } from '../../contract/index.ts';
import type { OrderBacktest } from './choose/backtest.ts';
import { labelOf } from './labels.ts';
import type { FittedOrders } from './orders/fit.ts';
import type { OrderModel } from './orders/model.ts';
import type { SpendModel } from './spend/model.ts';
import { parameterNames, parameterOf } from './totals.ts';

/** The back-test as it is told: candidates with their names, and why the choice fell as it did. */
export function backtestReport(backtest: OrderBacktest, asOf: string): ValueBacktest {
  return {
    model: 'value',
    as_of: asOf,
    horizon_days: backtest.weeks * 7,
    cut_offs: backtest.cut_offs,
    candidates: backtest.candidates.map(
      (candidate): ModelCandidate => ({ ...candidate, label: labelOf(candidate.kind), chosen: candidate.kind === backtest.chosen }),
    ),
    chosen: labelOf(backtest.chosen),
    because: reasonOf(backtest),
    needs: backtest.needs.map((need): ModelNeed => ({ ...need, label: labelOf(need.kind) })),
  };
}

export function reasonOf({ candidates, chosen, best, cut_offs, needs }: OrderBacktest): string {
  if (candidates.length === 0) return 'There is too little history to look back on, so the average of all customers answers, with a wide interval.';
  const short = needs.filter(({ enough }) => !enough).map(({ kind }) => labelOf(kind));
  const tried = `${cut_offs.length} ${cut_offs.length === 1 ? 'cut-off' : 'cut-offs'}`;
  const left = short.length === 0 ? '' : ` Too little data for ${short.join(', ')}.`;
  if (chosen === best)
    return `${capital(labelOf(chosen))} had the smallest error over ${tried}, and nothing simpler came within one standard error of it.${left}`;
  const own = candidates.find(({ kind }) => kind === chosen);
  if (own !== undefined && own.above > own.error)
    return `${capital(labelOf(chosen))} came to the same as ${labelOf(best)} over ${tried}, and is simpler.${left}`;
  return `${capital(labelOf(chosen))} is the simplest within one standard error of the best, ${labelOf(best)}, over ${tried} (${(own?.above ?? 0).toFixed(4)} above it, standard error ${(own?.error ?? 0).toFixed(4)}).${left}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const meanings: Readonly<Record<string, string>> = {
  'bg-nbd r': 'shape of how often customers order: small means that they differ much',
  'bg-nbd alpha': 'weeks that go with r: r / α is the mean number of orders a week while a customer',
  'bg-nbd a': 'with b: a / (a + b) is the mean chance of leaving after an order',
  'bg-nbd b': 'with a: the larger both, the more alike customers are in that',
  'pareto-nbd r': 'shape of how often customers order: small means that they differ much',
  'pareto-nbd alpha': 'weeks that go with r: r / α is the mean number of orders a week while a customer',
  'pareto-nbd s': 'shape of how long customers stay',
  'pareto-nbd beta': 'weeks that go with s: s / β is the mean rate of leaving a week',
  'bg-bb alpha': 'with β: α / (α + β) is the mean chance of an order in four weeks while a customer',
  'bg-bb beta': 'see α',
  'bg-bb gamma': 'with δ: γ / (γ + δ) is the mean chance of leaving in four weeks',
  'bg-bb delta': 'see γ',
};

/** Fitted parameters with their 95% intervals where they are known, and those of the spend. */
export function parameterRows({ model, likelihood }: FittedOrders, spend: SpendModel): ValueDetails['parameters'] {
  const orders = parameterNames(model).map((name, index) => {
    const value = parameterOf(model, name);
    const variance = likelihood?.covariance?.[index]?.[index];
    const factor = variance === undefined ? undefined : Math.exp(1.959963984540054 * Math.sqrt(variance));
    return {
      name,
      value,
      low: factor === undefined ? null : value / factor,
      high: factor === undefined ? null : value * factor,
      meaning: meanings[`${model.kind} ${name}`] ?? '',
    };
  });
  return [...orders, ...spendRows(spend)];
}

function spendRows(spend: SpendModel): ValueDetails['parameters'] {
  const row = (name: string, value: number, meaning: string) => ({ name, value, low: null, high: null, meaning });
  if (spend.kind === 'mean-spend') return [row('mean spend', spend.mean, 'mean money of an order, the same for every customer')];
  if (spend.kind === 'credibility')
    return [
      row('mean spend', spend.mean, 'mean over customers of what each spends an order'),
      row('between', Math.sqrt(spend.between), 'how far customers’ own means lie apart (standard deviation)'),
      row('within', Math.sqrt(spend.relative), 'how far one order lies from its customer’s mean, as a share of it (standard deviation)'),
    ];
  return [
    row('p', spend.p, 'Gamma-Gamma: how alike the orders of one customer are in money'),
    row('q', spend.q, 'Gamma-Gamma: how alike customers are in it'),
    row('gamma', spend.gamma, `Gamma-Gamma: with p and q, the mean of all is ${((spend.p * spend.gamma) / (spend.q - 1)).toFixed(2)}`),
  ];
}

/** How the intervals were made, for the model that answers. */
export function intervalsOf(model: OrderModel, bent: boolean): string {
  if (bent)
    return `${intervalsOf(model, false)} Where a regression or their own rhythm bends somebody's orders, the interval is made anew from the bent mean, variance and probability of no order.`;
  const ends = 'A tenth is left on either side; where no order at all is likelier than that, the interval begins with nothing and a fifth is left above.';
  const shop = 'Intervals of the whole shop add the doubt of the parameters by the delta method.';
  if (model.kind === 'average') return 'Intervals hold what four in five customers like this did, carried over in proportion to time.';
  if (model.kind === 'past-rate')
    return 'Intervals are those of a count at the rate so far, known as well as so many orders tell it. That somebody has left is not foreseen, so they are too high for those who have.';
  return `Intervals hold four in five: for one customer, the exact distribution of their orders given their past at the fitted parameters, and for money a zero and a gamma variable with its mean and variance. ${ends} ${shop}`;
}

/** Of all customers; the model then knows frequencies alone. */
const nobodyLeaves = 0.995;

/** What the model can not do. `alive` is the share of the customers that it takes to be still there; `beside` is what else that was held back was foretold by, too. */
export function limitsOf(model: OrderModel, spend: SpendModel, lean: boolean, alive: number | null, beside: string | undefined): readonly string[] {
  const all = [
    lean
      ? 'Beside dates and money it knows what the features know of each customer; seasons and campaigns to come it does not.'
      : 'It knows when and for how much customers ordered, nothing else: no seasons, campaigns, visits or opinions.',
    'Orders of one local day are one. Returns do not lower what is foretold; refunds entered on the order do.',
    'Customers who never ordered get no prediction.',
    beside !== undefined
      ? `What is expected of each customer goes by “${beside}”, too. What was held back tells both together and this model alone; totals are of this model alone.`
      : 'All figures here are of this model alone. Where “Who will stay away” acts, too, what is expected of each customer goes by its chances; trained while that acts, the card tells both.',
  ];
  if (model.kind === 'bg-nbd')
    all.push(
      'Someone with a single order counts as certainly still a customer (a property of BG/NBD): for them look at the probability of an order, not at `predicted.alive`.',
    );
  if (alive !== null && alive >= nobodyLeaves)
    all.push(
      'These orders show nobody who left for good, so everybody counts as still a customer: some may just order seldom, or have gone without its showing yet. Look at the probability of an order, not at `predicted.alive`.',
    );
  if (model.kind === 'average' || model.kind === 'past-rate') all.push('This method can not tell who has left: `predicted.alive` is unknown.');
  if (spend.kind === 'gamma-gamma') all.push('How much a customer spends is taken to be unrelated to how often.');
  else if (spend.kind === 'credibility') all.push('Who pays another price from some day on is taken to go on somewhere between the old and the new.');
  else all.push('Too few customers bought again to tell their spending apart: each is taken to spend the mean.');
  return all;
}
