import { ClienteleError, type Instant } from '../../core/index.ts';
import { checkText } from '../../language/index.ts';
import { evaluateSegments } from '../../segments/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { featuresAtCutOff, knownShare, type Matrix, matrixWords, readEligible, type Shop } from '../classify/index.ts';
import type { FeatureColumn, FeatureTable } from '../../stats/index.ts';
import type { Compute } from '../compute.ts';
import type { GroupProfile } from './describe/profiles.ts';
import type { KChoice } from './find/choose-k.ts';
import type { ClassChoice } from './find/choose-classes.ts';
import { assignGroups, type GroupMethod, type GroupModel } from './find/model.ts';
import { fewestCustomers, fewestEach, type FindInput, findGroups } from './find-groups.ts';
import { categoriesCompared, habitNames, halfAnOrder, withHabits } from './habits/columns.ts';
import { categoryMix, discountHabit, orderPace, timeOfDay } from './habits/names.ts';
import { planTallies, readTallies } from './habits/tallies.ts';
import { besideOrders, facetsOf } from './habits/tally-plan.ts';
import type { GroupMap } from './map.ts';
import { type KeptGroups, type MatchedGroups, matchGroups } from './match.ts';
import { restatedColumns } from './restated.ts';
import type { Path } from './rules/small-tree.ts';
import { ruleText } from './rules/text.ts';
import type { LeftOut } from './space/space.ts';

export type GroupRequest = {
  readonly now: Instant;
  readonly seed: number;
  /** Who is grouped, in the segment language; default everybody who ordered, or all where hardly anybody did. */
  readonly among?: string | null;
  /** Traits to group by; default how customers buy, or what lists say of them where hardly anybody ordered. */
  readonly columns?: readonly string[];
  readonly method?: GroupMethod;
  /** Number of groups; chosen by evidence where absent. */
  readonly k?: number;
  readonly mostGroups?: number;
  /** The grouping before, so that groups found again keep their numbers. */
  readonly previous?: KeptGroups;
  /** Or its model, with the lasting number of each of its groups. */
  readonly previousModel?: { readonly model: GroupModel; readonly numbers: readonly number[] };
  readonly progress?: (label: string, share: number) => void;
  readonly compute?: Compute;
};

/** A group as a live segment: its condition, and how well that says what the model says. */
export type GroupRule = {
  readonly text: string;
  /** Of those whom the rule names, in the group; of the group, named by the rule; of all customers, put rightly. */
  readonly precision: number;
  readonly recall: number;
  readonly agreement: number;
};

export type NaturalGroups = {
  readonly asOf: Instant;
  /** Who was grouped; null for everybody. */
  readonly among: string | null;
  readonly model: GroupModel;
  readonly choice: KChoice | null;
  readonly classes: ClassChoice | null;
  /** Whether the number of groups was given. */
  readonly asked: boolean;
  readonly leftOut: readonly LeftOut[];
  readonly groups: readonly GroupProfile[];
  /** Null where a few plain conditions can not say what the group is. */
  readonly rules: readonly (GroupRule | null)[];
  readonly map: GroupMap;
  readonly matched: MatchedGroups;
  readonly profiles: Int32Array;
  /** Place in `groups` of each profile; −1 for none. */
  readonly assignments: Int32Array;
};

/**
 * How somebody buys: how often, how much at once, at what pace, on whose terms, what, and when in the day. Not how long ago: that changes every day, and lifecycle and churn tell it. Few on
 * purpose: features that are zero for nearly everybody (returns, clicks) cut off a splinter each and hide the rest.
 */
export const buyingColumns: readonly string[] = [orderPace, 'average_order_value', 'median_days_between_orders', discountHabit, categoryMix, timeOfDay];

/** Who is grouped where nothing else is asked for. */
export const everBought = 'orders >= 1';
/** A trait that is unknown of more would make groups of who was asked. */
const mostlyKnown = 0.8;

/** What customers do who have not ordered. */
export const activityColumns: readonly string[] = ['events_count', 'visits_30d', 'emails_opened_90d', 'emails_clicked_90d'];

/** A habit of which less than this part of all differences lies between customers is chance, and would blur the others. */
const leastKept = 0.1;

/**
 * Customers as of an instant → a space of what tells them apart → how many groups the evidence speaks for → groups, described, drawn, matched with
 * those before and said as rules. Undefined where nothing differs. Throws `group.too-few`, `group.too-many`.
 */
export async function fitGroups(warehouse: Warehouse, shop: Shop, request: GroupRequest): Promise<NaturalGroups | undefined> {
  const { now, seed } = request;
  request.progress?.('reading customers', 0);
  const { among, eligible, buyers } = await readGrouped(warehouse, shop, request);
  const { profiles } = eligible;
  checkNumbers(profiles.length, request.k);
  const mix = await categoriesCompared(warehouse, now);
  const half = halfAnOrder(eligible.table);
  const { table: whole, kept } = await withHabits(warehouse, shop, eligible, now, mix, half);
  const restated = restatedColumns(whole, shop.vocabulary);
  const table = { rows: whole.rows, columns: whole.columns.filter(({ name }) => !restated.has(name)) };
  const words = new Map(matrixWords(shop).map((own) => [own.name, own]));
  const sayable = table.columns.map(({ name }) => name).filter((name) => (words.get(name)?.as ?? 'days') !== 'days');
  const { method, k, mostGroups = 8 } = request;
  const bought = buyers >= fewestCustomers;
  const byHabits = request.columns === undefined && bought;
  const wished = habitNames(request.columns ?? (bought ? buyingColumns : listedColumns(eligible.table, shop)), mix);
  const byChance = wished.filter((name) => (kept.get(name) ?? 1) < leastKept);
  const columns = wished.filter((name) => !byChance.includes(name));
  const before = request.previousModel?.model;
  const facets = [...facetsOf(columns), ...(byHabits ? besideOrders : [])];
  const mayCount = facets.length > 0 && (method === 'classes' || (method === undefined && byHabits));
  if (method === 'classes' && facets.length === 0) return undefined;
  const plan = mayCount ? await planTallies(warehouse, shop, now, mix, facets) : undefined;
  const counted = plan === undefined ? undefined : { plan, told: await readTallies(warehouse, shop, { profiles, table: whole }, now, plan) };
  const input: FindInput = { table, profiles, columns, byChance, mix, sayable, method, k, mostGroups, seed, before, halfAnOrder: half, counted };
  const progress = (share: number): void => request.progress?.('looking for groups', 0.2 + 0.7 * share);
  const found = request.compute === undefined ? findGroups(input, progress) : await request.compute('groups', input, progress);
  if (found === undefined) return undefined;
  const { assignments, model, paths, leftOut, ...rest } = found;
  const grouped = { profiles, assignments, k: model.k, among };
  return {
    asOf: now,
    among,
    model,
    asked: k !== undefined,
    leftOut,
    ...rest,
    rules: await rulesOf(warehouse, shop, now, grouped, paths),
    matched: matchGroups(await previousOf(warehouse, shop, request, eligible), profiles, assignments, model.k),
    profiles,
    assignments,
  };
}

/** Who is grouped, and how many of them ever ordered. */
async function readGrouped(
  warehouse: Warehouse,
  shop: Shop,
  { among: wished, now }: GroupRequest,
): Promise<{ readonly among: string | null; readonly eligible: Matrix; readonly buyers: number }> {
  const read = async (among: string | null) => {
    const eligible = await readEligible(warehouse, { among }, now, shop, undefined, 'ever');
    return { among, eligible, buyers: buyersOf(eligible) };
  };
  const found = await read(wished === undefined ? everBought : wished);
  return wished === undefined && found.buyers < fewestCustomers ? read(null) : found;
}

function buyersOf({ table }: Pick<Matrix, 'table'>): number {
  const orders = table.columns.find(({ name }) => name === 'orders_count');
  return orders?.kind === 'number' ? orders.values.reduce((sum, count) => sum + Number(count >= 1), 0) : 0;
}

/** What lists and answers say of customers: numbers, yes or no, and texts of few values, where nearly all of it is known; and how busy they are. */
function listedColumns(table: FeatureTable, shop: Shop): readonly string[] {
  const listed = new Set(matrixWords(shop).flatMap(({ name, word, as }) => (word.table === 'attributes' && as !== 'days' ? [name] : [])));
  return table.columns
    .filter((column) => (listed.has(column.name) && knownShare(column) >= mostlyKnown) || (activityColumns.includes(column.name) && varies(column)))
    .map(({ name }) => name);
}

function checkNumbers(customers: number, groups: number | undefined): void {
  if (customers < fewestCustomers) throw new ClienteleError('group.too-few', { customers, needed: fewestCustomers });
  const most = Math.floor(customers / fewestEach);
  if (groups !== undefined && groups > most) throw new ClienteleError('group.too-many', { groups, customers, most });
}

/** Whether customers differ in a number at all. */
function varies(column: FeatureColumn): boolean {
  if (column.kind !== 'number') return false;
  const first = column.values.find(Number.isFinite);
  return column.values.some((value) => Number.isFinite(value) && value !== first);
}

/** How the grouping before would put the customers of today, so that what is compared is the groups and not the days between. */
async function previousOf(
  warehouse: Warehouse,
  shop: Shop,
  { previous, previousModel, now }: GroupRequest,
  { profiles, table: known }: Pick<Matrix, 'profiles' | 'table'>,
): Promise<KeptGroups | undefined> {
  if (previousModel === undefined) return previous;
  const { model, numbers } = previousModel;
  const { assignments } = await groupsOf(warehouse, shop, model, { profiles, table: known }, now);
  return { profiles, numbers: assignments.map((own) => (own < 0 ? -1 : (numbers[own] ?? -1))) };
}

type Grouped = {
  readonly profiles: Int32Array;
  readonly assignments: Int32Array;
  readonly k: number;
  readonly among: string | null;
};

/** A rule for each group, judged by whom the segments' own evaluation puts in. */
async function rulesOf(
  warehouse: Warehouse,
  shop: Shop,
  now: Instant,
  grouped: Grouped,
  paths: readonly (readonly Path[])[],
): Promise<readonly (GroupRule | null)[]> {
  const { workspace, vocabulary } = shop;
  const words = new Map(matrixWords(shop).map((own) => [own.name, own]));
  const texts = paths.map((own) => {
    const text = ruleText(own, { isBoolean: (column) => words.get(column)?.word.type === 'boolean' });
    const whole = text === undefined ? undefined : grouped.among === null ? text : `(${grouped.among}) and (${text})`;
    const checked = whole === undefined ? undefined : checkText(whole, vocabulary);
    return checked?.ok === true ? checked.value.text : undefined;
  });
  const moment = { now, zone: workspace.zone, weekStart: workspace.weekStart, vocabulary, featuresTable: featuresAtCutOff, workspace };
  const inputs = texts.flatMap((text, group) => (text === undefined ? [] : [{ slug: `group ${group}`, text }]));
  const evaluations = new Map((await evaluateSegments(warehouse, inputs, moment)).map((evaluation) => [evaluation.slug, evaluation]));
  return texts.map((text, group) => {
    const evaluation = evaluations.get(`group ${group}`);
    return text === undefined || evaluation?.status !== 'ok' ? null : { text, ...fidelityOf(new Set(evaluation.members()), grouped, group) };
  });
}

function fidelityOf(named: ReadonlySet<number>, { profiles, assignments }: Grouped, group: number): Omit<GroupRule, 'text'> {
  let [both, ofRule, ofGroup, right] = [0, 0, 0, 0];
  profiles.forEach((profile, row) => {
    const [byRule, byModel] = [named.has(profile), assignments[row] === group];
    both += Number(byRule && byModel);
    ofRule += Number(byRule);
    ofGroup += Number(byModel);
    right += Number(byRule === byModel);
  });
  return { precision: both / (ofRule || 1), recall: both / (ofGroup || 1), agreement: right / (profiles.length || 1) };
}

/** The group of everybody now, by a model found earlier. */
export async function scoreGroups(
  warehouse: Warehouse,
  shop: Shop,
  model: GroupModel,
  now: Instant,
  among: string | null = everBought,
): Promise<{ readonly profiles: Int32Array; readonly assignments: Int32Array }> {
  return groupsOf(warehouse, shop, model, await readEligible(warehouse, { among }, now, shop, undefined, 'ever'), now);
}

/** The same of customers whose features were read already. */
export async function groupsOf(
  warehouse: Warehouse,
  shop: Shop,
  model: GroupModel,
  { profiles, table }: Pick<Matrix, 'profiles' | 'table'>,
  now: Instant,
): Promise<{ readonly profiles: Int32Array; readonly assignments: Int32Array }> {
  const found = await withHabits(warehouse, shop, { profiles, table }, now, model.space.mix ?? [], model.space.halfAnOrder);
  const told = model.method === 'classes' ? await readTallies(warehouse, shop, { profiles, table }, now, model.plan) : undefined;
  return { profiles, assignments: assignGroups(model, found.table, told) };
}
