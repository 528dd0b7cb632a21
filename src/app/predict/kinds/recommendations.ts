import type { Backtest, ModelFigure, WrittenCard } from '../../../contract/index.ts';
import { countOf, shareOf, formatInstant, type Instant } from '../../../core/index.ts';
import {
  chooseRecommender,
  type PredictedTrait,
  type RecommenderChoice,
  type RecommenderKind,
  recommenderKinds,
  type RecommenderOptions,
  rhythmOf,
  stageLeanings,
} from '../../../predict/index.ts';
import { sql } from '../../../sql/index.ts';
import type { App } from '../../open.ts';
import { worldOf } from '../shop.ts';
import type { Foresight } from './kind.ts';

/** Which recommender answers. What it learned is made again from the facts, in seconds. `leaning` is what a visit counts for in the category that customers lean to, `categories` how many there were; older versions have none. */
export type KeptRecommender = {
  readonly kind: RecommenderKind;
  readonly options: RecommenderOptions;
  readonly seed: number;
  readonly leaning?: number;
  readonly categories?: number;
};

const labels: Readonly<Record<RecommenderKind, string>> = {
  popularity: 'what most customers buy',
  again: 'what they buy again, and what most customers buy',
  taste: 'what sells in the categories that they buy',
  classes: 'what sells to those who buy the same categories',
  'item-to-item': 'what goes with what they have',
  factors: 'matrix factorisation',
  blend: 'a blend of what goes together, factors and popularity',
};
/** What a recommender goes by. Where products have no categories, a customer's own purchases are left of their taste. */
export const recommenderLabel = (kind: RecommenderKind, categories?: number): string =>
  kind === 'taste' && categories !== undefined && categories < 2 ? 'what they buy most often, and what most customers buy' : labels[kind];

const traits: readonly PredictedTrait[] = [
  {
    name: 'predicted.category',
    label: 'category they lean to',
    column: 'predicted_category',
    type: 'text',
    meaning: 'Category of most of what they bought, with what they looked at beside it where that tells what comes.',
  },
];

/** What to offer to whom. */
export const recommendations: Foresight = {
  model: 'recommendations',
  kind: 'recommendations',
  title: 'What to offer to whom',
  question: 'Which products will each customer most likely want next?',
  definition: null,
  watched: ['orders_count', 'distinct_products', 'distinct_categories', 'favourite_category', 'favourite_product'],
  train: async (app, at, { seed }) => {
    const { choice, days } = await chosen(app, at, seed);
    const content: KeptRecommender = { kind: choice.kind, options: choice.options, seed, leaning: choice.leaning, categories: choice.size.categories };
    return { method: choice.kind, content, card: cardOf(choice, at, days, seed), backtest: backtestOf(choice, at, days) };
  },
  backtest: async (app, at) => {
    const { choice, days } = await chosen(app, at, 1);
    return backtestOf(choice, at, days);
  },
  // Lists are made when they are asked for: a trait per product would be thousands of columns.
  apply: async ({ warehouse }, content, { at, table }) => ({
    table: 'predict_leaning',
    customers: await stageLeanings(warehouse, at, table, (content as KeptRecommender).leaning ?? 0),
    columns: [{ column: 'predicted_category', value: (row) => sql`${row}.category`, listed: true }],
  }),
  traits: () => traits,
};

async function chosen(app: App, at: Instant, seed: number): Promise<{ readonly choice: RecommenderChoice; readonly days: number }> {
  const { churnDays } = await rhythmOf(app.warehouse, at, app.workspace);
  const days = Math.min(90, churnDays);
  return { days, choice: await chooseRecommender(app.warehouse, at, days, seed, worldOf(app)) };
}

function figuresOf({ results, kind, chance, chancePrecision }: RecommenderChoice): readonly ModelFigure[] {
  const own = results.find((one) => one.kind === kind);
  const popular = results.find((one) => one.kind === 'popularity');
  if (own === undefined) return [];
  return [
    {
      measure: 'ndcg',
      label: 'Bought, and high in the list (nDCG of ten)',
      value: own.ndcg,
      low: own.ndcg - 1.96 * own.standardError,
      high: own.ndcg + 1.96 * own.standardError,
      baseline: popular?.ndcg ?? null,
      baseline_label: labels.popularity,
      better: 'higher',
      meaning: `What customers went on to buy stood ${(own.ndcg / Math.max(chance, 1e-9)).toFixed(1)} times as well in their list of ten as it would among ten products drawn by lot.`,
    },
    {
      measure: 'precision',
      label: 'Bought, of ten proposed (precision)',
      value: own.precision,
      low: null,
      high: null,
      baseline: popular?.precision ?? null,
      baseline_label: labels.popularity,
      better: 'higher',
      meaning: `Of ten products proposed, so many were bought on average: ${(10 * own.precision).toFixed(1)}; by lot ${(10 * chancePrecision).toFixed(1)}.`,
    },
    {
      measure: 'coverage',
      label: 'Products proposed to anybody',
      value: own.coverage,
      low: null,
      high: null,
      baseline: popular?.coverage ?? null,
      baseline_label: labels.popularity,
      better: 'higher',
      meaning: `${shareOf(own.coverage)} of the products stand in somebody's list.`,
    },
  ];
}

function detailsOf({ results, kind, customers, options, size }: RecommenderChoice): WrittenCard['details'] {
  return {
    kind: 'recommendations',
    products: size.products,
    purchases: size.purchases,
    tested: customers,
    candidates: results.map((own) => ({
      kind: own.kind,
      label: recommenderLabel(own.kind, size.categories),
      chosen: own.kind === kind,
      ndcg: own.ndcg,
      error: own.standardError,
      precision: own.precision,
      coverage: own.coverage,
    })),
    again: options.again > 0,
  };
}

const needsOf = ({ customers, size: { categories } }: RecommenderChoice): WrittenCard['enough'] =>
  recommenderKinds.map((kind) => {
    const needs = { customers: kind === 'popularity' ? 0 : 50 };
    return { kind, label: recommenderLabel(kind, categories), enough: customers >= needs.customers, needs, has: { customers } };
  });

const backtestOf = (choice: RecommenderChoice, at: Instant, days: number): Backtest => ({
  model: 'recommendations',
  as_of: formatInstant(at),
  horizon_days: days,
  cut_offs: choice.cutOffs.map((cutOff) => formatInstant(cutOff).slice(0, 10)),
  quality: figuresOf(choice),
  chosen: recommenderLabel(choice.kind, choice.size.categories),
  because: choice.reason,
  needs: needsOf(choice),
  details: detailsOf(choice),
});

/** What visits count for; nothing is said where they count for nothing. */
const lookedAt = ({ options: { looked = 0 }, leaning }: RecommenderChoice): string =>
  looked + leaning === 0
    ? ''
    : ` A visit in which somebody looked at a product counts as ${looked} purchases of its category for lists, and as ${leaning} for the category that they lean to.`;

const cardOf = (choice: RecommenderChoice, at: Instant, days: number, seed: number): WrittenCard => ({
  model: 'recommendations',
  kind: 'recommendations',
  title: recommendations.title,
  question: recommendations.question,
  horizon_days: days,
  method: recommenderLabel(choice.kind, choice.size.categories),
  seed,
  as_of: formatInstant(at),
  predicts: traits.map(({ name, label, meaning }) => ({ trait: name, label, meaning })),
  seen: `Who bought what: ${choice.size.purchases.toLocaleString('en-GB')} pairs of customer and product until ${days} days before; judged at ${countOf(choice.cutOffs.length, 'moment')}${choice.cutOffs.length > 1 ? `, ${days} days apart` : ''}, by what ${countOf(choice.customers, 'customer')} bought in the ${days} days after each.${lookedAt(choice)}`,
  enough: needsOf(choice),
  chosen_because: choice.reason,
  quality: figuresOf(choice),
  drivers: [],
  limits: [
    `It knows what was bought${(choice.options.looked ?? 0) + choice.leaning > 0 ? ' and looked at' : ''}, not what was wanted and not found.`,
    'That somebody buys what is proposed does not say that they would not have bought it anyway.',
    'A product that hardly anybody has bought yet is proposed by its category.',
  ],
  fairness: [],
  details: detailsOf(choice),
});
