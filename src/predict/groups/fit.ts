import type { Instant } from '../../core/index.ts';
import { checkText } from '../../language/index.ts';
import { evaluateSegments } from '../../segments/index.ts';
import type { FeatureTable } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { featuresAtCutOff, matrixWords, readEligible, type Shop } from '../classify/index.ts';
import { describeGroups, type GroupProfile } from './describe/profiles.ts';
import { chooseK, type KChoice } from './find/choose-k.ts';
import { fitGroupModel } from './find/fit.ts';
import { assignGroups, type GroupMethod, type GroupModel } from './find/model.ts';
import { drawMap, type GroupMap } from './map.ts';
import { type KeptGroups, type MatchedGroups, matchGroups } from './match.ts';
import { groupPaths } from './rules/small-tree.ts';
import { ruleText } from './rules/text.ts';
import { groupSpace, type GroupSpace, type LeftOut, placeRows } from './space/space.ts';

export type GroupRequest = {
  readonly now: Instant;
  readonly seed: number;
  /** Who is grouped, in the segment language; default everybody who ordered. */
  readonly among?: string | null;
  /** Traits to group by; default how customers buy. */
  readonly columns?: readonly string[];
  readonly method?: GroupMethod;
  /** Number of groups; chosen by evidence where absent. */
  readonly k?: number;
  readonly mostGroups?: number;
  /** The grouping before, so that groups found again keep their numbers. */
  readonly previous?: KeptGroups;
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
  readonly model: GroupModel;
  readonly choice: KChoice | null;
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
 * What buying looks like: when, how often, how much at once, how wide, on whose terms and at what pace. Few on purpose: features that are zero for
 * nearly everybody (returns, clicks) cut off a splinter each and hide the rest.
 */
export const buyingColumns: readonly string[] = [
  'days_since_last_order',
  'orders_count',
  'average_order_value',
  'distinct_categories',
  'discount_share',
  'median_days_between_orders',
];

/**
 * Customers as of an instant → a space of what tells them apart → how many groups the evidence speaks for → groups, described, drawn, matched with
 * those before and said as rules. Undefined where there are too few customers, or nothing that differs.
 */
export async function fitGroups(warehouse: Warehouse, shop: Shop, request: GroupRequest): Promise<NaturalGroups | undefined> {
  const { now, seed } = request;
  const among = request.among === undefined ? 'orders >= 1' : request.among;
  const { profiles, table } = await readEligible(warehouse, { among }, now, shop);
  const { space, leftOut } = groupSpace(table, request.columns ?? buyingColumns);
  if (table.rows < fewestCustomers || space.columns.every(({ kind }) => kind !== 'number')) return undefined;
  const placed = placeRows(table, space);
  const method = request.method ?? (space.columns.some(({ kind }) => kind === 'category') ? 'k-prototypes' : 'k-means');
  const choice =
    request.k !== undefined || method === 'hdbscan' ? null : chooseK(placed.points, Math.min(request.mostGroups ?? 8, Math.floor(table.rows / 10)), seed);
  const model = fitGroupModel(method, space, placed, request.k ?? choice?.k ?? 1, seed);
  const assignments = assignGroups(model, table);
  const columns = space.columns.filter(({ kind }) => kind === 'number').map(({ name }) => name);
  return {
    asOf: now,
    model,
    choice,
    leftOut,
    groups: describeGroups(table, assignments, model.k),
    rules: await rulesOf(warehouse, shop, now, { table: onlyColumns(table, space), profiles, assignments, k: model.k, among }),
    map: drawMap(placed.points, columns, profiles, assignments, seed),
    matched: matchGroups(request.previous, profiles, assignments, model.k),
    profiles,
    assignments,
  };
}

const fewestCustomers = 50;

type Grouped = {
  readonly table: FeatureTable;
  readonly profiles: Int32Array;
  readonly assignments: Int32Array;
  readonly k: number;
  readonly among: string | null;
};

/** Rules speak of what the groups were made of. */
const onlyColumns = ({ rows, columns }: FeatureTable, space: GroupSpace): FeatureTable => ({
  rows,
  columns: columns.filter(({ name }) => space.columns.some((own) => own.name === name)),
});

/** A rule for each group, judged by whom the segments' own evaluation puts in. */
async function rulesOf(warehouse: Warehouse, { workspace, vocabulary }: Shop, now: Instant, grouped: Grouped): Promise<readonly (GroupRule | null)[]> {
  const words = new Map(matrixWords(vocabulary).map((own) => [own.name, own]));
  const usable = grouped.table.columns.filter(({ name }) => (words.get(name)?.as ?? 'days') !== 'days');
  const texts = Array.from({ length: grouped.k }, (_, group) => {
    const isMember = Uint8Array.from(grouped.assignments, (own) => Number(own === group));
    const paths = groupPaths({ rows: grouped.table.rows, columns: usable }, isMember);
    const text = ruleText(paths, { isBoolean: (column) => words.get(column)?.word.type === 'boolean' });
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
  among: string | null = 'orders >= 1',
): Promise<{ readonly profiles: Int32Array; readonly assignments: Int32Array }> {
  const { profiles, table } = await readEligible(warehouse, { among }, now, shop);
  return { profiles, assignments: assignGroups(model, table) };
}
