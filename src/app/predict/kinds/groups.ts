import type { Backtest, GroupsAnswer, ModelFigure, NaturalGroup, WrittenCard } from '../../../contract/index.ts';
import { readSetting } from '../../../control/index.ts';
import { shareOf, ClienteleError, formatInstant } from '../../../core/index.ts';
import { describe, didYouMean, nearest, parse, type Vocabulary } from '../../../language/index.ts';
import {
  activityColumns,
  comparedBeside,
  amountsIn,
  categoryMix,
  type ColumnWords,
  describeGroup,
  differsAsShown,
  discountHabit,
  eligibleOf,
  everBought,
  findModel,
  fitGroups,
  type GroupModel,
  groupsOf,
  habitLabel,
  havingIt,
  labelOfColumn,
  matrixWords,
  type NaturalGroups,
  orderPace,
  type PredictedTrait,
  type Shop,
  stageNumbers,
  tellsOrders,
  timeOfDay,
} from '../../../predict/index.ts';
import { ident, join, sql } from '../../../sql/index.ts';
import type { App } from '../../open.ts';
import { shopOf, worldOf } from '../shop.ts';
import type { Foresight, Trained, TrainWish } from './kind.ts';

/** A grouping as it is kept. */
export type KeptGrouping = {
  readonly model: GroupModel;
  readonly among: string | null;
  /** Lasting number and name of each of the model's groups. */
  readonly numbers: readonly number[];
  readonly names: readonly string[];
  readonly answer: Omit<GroupsAnswer, 'version' | 'status' | 'trained_at'>;
};

/** Names that somebody gave, by lasting number. */
export const groupNamesKey = 'group-names';
export const groupSegmentsKey = 'group-segments';
export type ByNumber = Readonly<Record<string, string>>;
export const readByNumber = async (app: Pick<App, 'control'>, key: string): Promise<ByNumber> =>
  ((await readSetting(app.control, key)) as ByNumber | null | undefined) ?? {};

/** Groups that nobody defined. */
export const groups: Foresight = {
  model: 'groups',
  kind: 'groups',
  title: 'Natural groups',
  question: 'Which customers are alike in how they buy?',
  definition: null,
  watched: ['orders_count', 'average_order_value', 'median_days_between_orders', 'discount_share', 'favourite_category', 'favourite_hour'],
  train: (app, at, wish) => trainGroups(app, at, wish),
  backtest: async (app, at) => (await trainGroups(app, at, { seed: 1, groups: undefined })).backtest,
  apply: async (app, content, { at, table, matrix }) => {
    const { model, among, numbers } = content as KeptGrouping;
    const shop = await shopOf(app);
    const eligible = await eligibleOf(app.warehouse, { among }, await matrix(), shop, table);
    const { assignments: found } = await groupsOf(app.warehouse, shop, model, eligible, at);
    const lasting = Float64Array.from(found, (own) => (own < 0 ? Number.NaN : (numbers[own] ?? Number.NaN)));
    await stageNumbers(app.warehouse, 'predict_groups', eligible.profiles, [lasting]);
    const names = await namesOf(app, content as KeptGrouping);
    const cases = join(
      names.map(({ number, name }) => sql`when ${number} then ${name}`),
      ' ',
    );
    return {
      table: 'predict_groups',
      customers: eligible.profiles.length,
      columns: [
        { column: 'cluster_group', value: (row) => sql`${row}.v0` },
        { column: 'cluster_name', value: (row) => (names.length === 0 ? sql`null::VARCHAR` : sql`case ${row}.v0::INTEGER ${cases} end`) },
      ],
    };
  },
  traits: (_app, content) => traitsOf(content === null ? [] : (content as KeptGrouping).names),
};

const traitsOf = (names: readonly string[]): readonly PredictedTrait[] => [
  {
    name: 'cluster.group',
    label: 'natural group',
    column: 'cluster_group',
    type: 'number',
    meaning: 'Lasting number of the natural group that they belong to.',
  },
  { name: 'cluster.name', label: 'name of the natural group', column: 'cluster_name', type: 'text', values: names, meaning: 'Its name.' },
];

/** Names as they are now: given ones before made ones. */
export async function namesOf(
  app: Pick<App, 'control'>,
  { numbers, names }: KeptGrouping,
): Promise<readonly { readonly number: number; readonly name: string; readonly renamed: boolean }[]> {
  const given = await readByNumber(app, groupNamesKey);
  return numbers.map((number, place) => ({ number, name: given[number] ?? names[place] ?? `Group ${number}`, renamed: given[number] !== undefined }));
}

async function trainGroups(app: App, at: Parameters<Foresight['train']>[1], { seed, groups: wish }: TrainWish): Promise<Trained> {
  const shop = await shopOf(app);
  const before = await findModel(app.control, 'groups');
  const kept = before?.content as KeptGrouping | undefined;
  if (wish?.columns !== undefined) checkColumns(wish.columns, shop);
  if (wish?.method === 'classes' && wish.columns !== undefined && !tellsOrders(wish.columns)) throw new ClienteleError('group.not-counted', {});
  const found = await fitGroups(app.warehouse, shop, {
    now: at,
    seed,
    ...(wish?.among === undefined ? {} : { among: wish.among }),
    ...(wish?.columns === undefined ? {} : { columns: wish.columns }),
    ...(wish?.method === undefined ? {} : { method: wish.method }),
    ...(wish?.k === undefined ? {} : { k: wish.k }),
    ...(kept === undefined ? {} : { previousModel: { model: kept.model, numbers: kept.numbers } }),
    ...worldOf(app),
  });
  if (found === undefined) throw new ClienteleError('group.alike', {});
  const numbers = kept === undefined ? found.matched.numbers.map((number) => number + 1) : found.matched.numbers;
  const answer = await answerOf(app, shop, { ...found, matched: { ...found.matched, numbers } });
  const content: KeptGrouping = { model: found.model, among: found.among, numbers, names: found.groups.map(({ name }) => name), answer };
  return { method: found.model.method, content, card: cardOf(found, answer, seed, isListed(answer, shop)), backtest: backtestOf(found, answer) };
}

/** Throws `usage` for what customers can not be compared by: passed over, it would make other groups than were asked for. */
function checkColumns(wished: readonly string[], shop: Shop): void {
  const { leaveOut } = shop;
  const able = [categoryMix, timeOfDay, discountHabit, orderPace, ...matrixWords(shop).map(({ name }) => name)].filter((name) => leaveOut?.has(name) !== true);
  const unfit = wished.find((name) => !able.includes(name));
  if (unfit === undefined) return;
  const why =
    leaveOut?.has(unfit) === true
      ? 'It is marked for the audit, so nothing is made of it.'
      : didYouMean(nearest(unfit, able), 'It takes numbers, dates, yes or no, and texts of few values.');
  throw new ClienteleError('usage', { detail: `Customers can not be grouped by "${unfit}". ${why}` });
}

async function answerOf(app: App, shop: Shop, found: NaturalGroups): Promise<KeptGrouping['answer']> {
  const { vocabulary } = shop;
  const { numbers, overlaps, ended } = found.matched;
  const label = (column: string): string => habitLabel(column) ?? labelOfColumn(column, vocabulary);
  const words: ColumnWords = { label, amount: amountsIn(vocabulary) };
  const revenue = await revenueOf(app, found);
  const total = revenue.reduce((sum, own) => sum + own, 0);
  const groupsFound = found.groups.map((group, place): NaturalGroup => {
    const rule = found.rules[place] ?? null;
    return {
      number: numbers[place] ?? place,
      name: group.name,
      renamed: false,
      description: describeGroup(group, words),
      customers: group.customers,
      share: group.share,
      revenue: total === 0 ? null : (revenue[place] ?? 0),
      revenue_share: total === 0 ? null : (revenue[place] ?? 0) / total,
      distinctions: group.distinctions
        .filter((own) => differsAsShown(own, words))
        .map((own) => ({
          kind: own.kind,
          column: own.column,
          label: label(own.column),
          level: own.kind === 'category' ? own.level : null,
          inside: own.inside,
          outside: own.outside,
          effect: own.effect,
          sentence: distinctionSentence(own, words),
        })),
      rule: rule === null ? null : { ...rule, sentence: sentenceOf(rule.text, vocabulary) },
      overlap: overlaps[place] ?? null,
      segment: null,
    };
  });
  const { choice, map } = found;
  return {
    as_of: formatInstant(found.asOf),
    method: found.model.method,
    natural: choice === null ? null : choice.natural,
    because: becauseOf(found),
    customers: found.assignments.length,
    outside: found.assignments.reduce((count, own) => count + Number(own < 0), 0),
    columns: [
      ...found.model.space.columns.map(({ name }) => ({ column: name, label: label(name) })),
      ...(found.model.method === 'classes' ? comparedBeside(found.model.plan) : []),
    ],
    left_out: found.leftOut.map(({ name, reason }) => ({ column: name, label: label(name), reason })),
    evidence: (choice?.evidence ?? []).map(({ k, silhouette, stability, gap, gapStandardError, smallest }) => ({
      k,
      silhouette,
      stability,
      gap: Number.isFinite(gap) ? gap : null,
      gap_error: Number.isFinite(gapStandardError) ? gapStandardError : null,
      smallest,
      classes: classesOf(found, k),
      chosen: k === found.model.k,
    })),
    groups: groupsFound,
    ended: [...ended],
    map: {
      points: map.points.map(({ group, x, y, nearX, nearY }) => ({ group: group < 0 ? null : (numbers[group] ?? null), x, y, near_x: nearX, near_y: nearY })),
      shown: [...map.shown],
      axes: map.axes.map((axis) => axis.map(({ column, weight }) => ({ column, label: label(column), weight }))),
    },
  };
}

/** Why there are so many groups: by what they were found, and whether somebody asked for as many. */
function becauseOf({ model, choice, classes, asked }: NaturalGroups): string {
  if (model.method === 'hdbscan') return 'HDBSCAN finds its own number of groups.';
  if (model.method !== 'classes') return choice?.reason ?? 'The number of groups was given.';
  return `${asked ? `${model.k} groups were asked for. ` : ''}${classes?.reason ?? ''}`.trim();
}

function classesOf({ classes }: NaturalGroups, k: number): NonNullable<GroupsAnswer['evidence'][number]['classes']> | null {
  const judged = classes?.evidence.find((own) => own.k === k);
  return judged === undefined ? null : { stability: judged.stability, gain: judged.gain, gain_error: judged.gainError };
}

/** Spent by each group until then. */
async function revenueOf({ warehouse }: App, { profiles, assignments, groups: found }: NaturalGroups): Promise<readonly number[]> {
  await stageNumbers(warehouse, 'predict_group_money', profiles, [Float64Array.from(assignments)]);
  const rows = await warehouse.rows<{ place: number; spent: number }>(sql`
    select g.v0::INTEGER as place, coalesce(sum(f.total_spent), 0)::DOUBLE as spent from predict_group_money g join ${ident('predict_features')} f using (profile) group by all`);
  await warehouse.run(sql`drop table predict_group_money`);
  return found.map((_, place) => rows.find((row) => row.place === place)?.spent ?? 0);
}

function sentenceOf(text: string, vocabulary: Vocabulary): string {
  const parsed = parse(text);
  return parsed.ok ? describe(parsed.value.tree, vocabulary) : text;
}

type Told = NaturalGroups['groups'][number]['distinctions'][number];
function distinctionSentence(own: Told, words: ColumnWords): string {
  const label = words.label(own.column);
  const much = Math.abs(own.effect) >= 1.2 ? 'far ' : Math.abs(own.effect) >= 0.8 ? 'clearly ' : '';
  const than = own.effect > 0 ? `${much}more` : `${much}less`;
  if (own.kind === 'category')
    return `${label}${own.level === havingIt ? '' : ` "${own.level}"`}: ${shareOf(own.inside)} of them, ${shareOf(own.outside)} of the others.`;
  return `${label}: ${than} than others (${words.amount(own.column, own.inside)} against ${words.amount(own.column, own.outside)}).`;
}

function figuresOf({ choice, classes }: NaturalGroups): readonly ModelFigure[] {
  const own = choice?.evidence.find(({ k }) => k === choice.k);
  const figure = { low: null, high: null, better: 'higher' } as const;
  const chosen = classes?.chosen ?? null;
  if (chosen !== null) {
    const { stability, gain, gainError } = chosen;
    return [
      stabilityFigure(stability),
      {
        ...figure,
        measure: 'gain',
        label: 'Gain on unseen customers',
        value: gain,
        low: gain - 2 * gainError,
        high: gain + 2 * gainError,
        baseline: 0,
        baseline_label: 'groups by distances',
        meaning: `What a customer does whom the classes had not seen is ${Math.exp(gain).toFixed(1)} times as likely by them as by groups by distances.`,
      },
    ];
  }
  if (own === undefined) return [];
  return [
    {
      ...figure,
      measure: 'silhouette',
      label: 'Apart from the next group (silhouette)',
      value: own.silhouette,
      baseline: 0.25,
      baseline_label: 'no structure below',
      meaning: `Customers are nearer to their own group than to the next by ${own.silhouette.toFixed(2)}, on a scale from −1 to 1.`,
    },
    stabilityFigure(own.stability),
  ];
}

const stabilityFigure = (value: number): ModelFigure => ({
  measure: 'stability',
  label: 'Found again by another half (stability)',
  value,
  low: null,
  high: null,
  better: 'higher',
  baseline: 0.75,
  baseline_label: 'an accident below',
  meaning: `Two halves of the customers, drawn by lot, show ${value >= 0.9 ? 'nearly the same groups' : value >= 0.75 ? 'much the same groups' : 'groups that differ a good deal'}.`,
});

const detailsOf = ({ model, choice, groups: found }: NaturalGroups): WrittenCard['details'] => ({
  kind: 'groups',
  algorithm: model.method,
  groups: found.length,
  natural: choice?.natural ?? null,
});

const needsOf = ({ assignments }: NaturalGroups): WrittenCard['enough'] => [
  { kind: 'groups', label: 'groups', enough: true, needs: { customers: 50 }, has: { customers: assignments.length } },
];

const backtestOf = (found: NaturalGroups, answer: KeptGrouping['answer']): Backtest => ({
  model: 'groups',
  as_of: answer.as_of,
  horizon_days: null,
  cut_offs: [],
  quality: figuresOf(found),
  chosen: `${found.groups.length} groups by ${found.model.method}`,
  because: answer.because,
  needs: needsOf(found),
  details: detailsOf(found),
});

/** Whether groups were made of what is known beside orders alone. */
const isListed = ({ columns }: KeptGrouping['answer'], { vocabulary }: Shop): boolean =>
  columns.every(({ column }) => activityColumns.includes(column) || vocabulary.attributes.get(column)?.table === 'attributes');

const cardOf = (found: NaturalGroups, answer: KeptGrouping['answer'], seed: number, listed: boolean): WrittenCard => ({
  model: 'groups',
  kind: 'groups',
  title: groups.title,
  question: listed ? 'Which customers are alike in what is known of them?' : groups.question,
  horizon_days: null,
  method: `${found.groups.length} groups by ${found.model.method}`,
  seed,
  as_of: answer.as_of,
  predicts: traitsOf(found.groups.map(({ name }) => name)).map(({ name, label, meaning }) => ({ trait: name, label, meaning })),
  seen: `${found.assignments.length.toLocaleString('en-GB')} customers${found.among === null ? '' : found.among === everBought ? ' who ordered' : ` with ${found.among}`}, by ${answer.columns.map(({ label }) => label).join(', ')}.`,
  enough: needsOf(found),
  chosen_because: answer.because,
  quality: figuresOf(found),
  drivers: [],
  limits: [
    'Groups depend on what customers are compared by; other columns make other groups.',
    ...(answer.natural === false ? ['Customers do not fall into groups by themselves: these are useful slices of a whole.'] : []),
    ...(listed
      ? ['They are made of what lists say of customers: how old that is, and who wrote it, no model knows.']
      : ['A customer at the edge of a group can change it with one order.']),
  ],
  fairness: [],
  details: detailsOf(found),
});
