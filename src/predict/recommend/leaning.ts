import { type Interactions, mean, standardDeviation } from '../../stats/index.ts';
import { entriesOf, type Taken } from './taken.ts';
import { fewPurchases, fitTaste, sharesOf } from './taste.ts';

/** Some customers (rows of the past) and what they bought in the time after (columns). */
type Leaned = { readonly past: Taken; readonly some: readonly number[]; readonly later: ReadonlyMap<number, ReadonlySet<number>> };

/** As how many lines of its category a visit may count in which somebody looked at a product. */
const lookedAs = [0.25, 0.5, 1];
/** Fewer customers tell nothing. */
const fewest = 50;

/**
 * As how many lines a visit counts for the category that a customer leans to: as makes the categories that they went on to buy likeliest, by their shares so far. For none where already the smallest does not make them likelier, by
 * more than the standard error, customer by customer, than no views do, or than as many views of what everybody looks at do: those tell nothing of a customer, and yet keep few purchases from being taken for more than they are.
 * (Likelihood bends down the more views count, so the smallest says the most surely whether they tell anything.)
 */
export function leaningBy(tests: readonly Leaned[]): number {
  const [least = 0] = lookedAs;
  const none = likelihoods(tests, 0, own);
  const tried = lookedAs.map((looked) => likelihoods(tests, looked, own));
  const [first = []] = tried;
  if (!isLikelier(first, none) || !isLikelier(first, likelihoods(tests, least, everybodys))) return 0;
  const means = tried.map((values) => mean(values));
  return lookedAs[means.indexOf(Math.max(...means))] ?? 0;
}

function isLikelier(some: readonly number[], others: readonly number[]): boolean {
  const gains = some.map((value, place) => value - (others[place] ?? 0));
  return gains.length >= fewest && mean(gains) > standardDeviation(gains) / Math.sqrt(gains.length);
}

/** Shares of the categories, of a customer of whom a visit counts for so many purchases. */
type Shares = (user: number, looked: number) => Float64Array;

/** Of each customer the mean log-likelihood of the categories of what they went on to buy. */
const likelihoods = (tests: readonly Leaned[], looked: number, sharesBy: (past: Taken) => Shares): readonly number[] =>
  tests.flatMap(({ past, some, later }) => {
    const shares = sharesBy(past);
    return some.map((user) => {
      const theirs = shares(user, looked);
      return mean(Array.from(later.get(user) ?? [], (item) => Math.log(theirs[past.categories[item] ?? 0] ?? 0)));
    });
  });

const own = (past: Taken): Shares => {
  const taste = fitTaste(past);
  return (user, looked) => sharesOf(taste, past, user, looked);
};

/** As many views as they have, of what everybody looks at. */
const everybodys = (past: Taken): Shares => {
  const taste = fitTaste(past);
  const seen = new Float64Array(taste.shares.length);
  past.views.items.forEach((category, view) => (seen[category] = (seen[category] ?? 0) + (past.views.weights[view] ?? 0)));
  const all = seen.reduce((sum, value) => sum + value, 0) || 1;
  return (user, looked) => {
    const bought = fewPurchases + weightOf(past, user);
    const visits = looked * weightOf(past.views, user);
    return sharesOf(taste, past, user, 0).map((share, category) => (bought * share + (visits * (seen[category] ?? 0)) / all) / (bought + visits));
  };
};

const weightOf = (from: Interactions, user: number): number => from.weights.subarray(...entriesOf(from, user)).reduce((sum, weight) => sum + weight, 0);
