import type { FeatureTable, Told } from '../../stats/index.ts';
import { describeGroups, type GroupProfile } from './describe/profiles.ts';
import { chooseClasses, type ClassChoice } from './find/choose-classes.ts';
import { asked, chooseK, type KChoice } from './find/choose-k.ts';
import { fitGroupModel } from './find/fit.ts';
import { assignGroups, type GroupMethod, type GroupModel } from './find/model.ts';
import { sayableFor } from './habits/names.ts';
import { comparedBeside, facetsOf, type TallyPlan } from './habits/tally-plan.ts';
import { drawMap, type GroupMap } from './map.ts';
import { groupPaths, type Path } from './rules/small-tree.ts';
import { groupSpace, type LeftOut, placeRows } from './space/space.ts';

export type FindInput = {
  readonly table: FeatureTable;
  readonly profiles: Int32Array;
  readonly columns: readonly string[];
  /** Habits that are hardly kept to: no columns, and nothing that a group is told or named by, unless classes count them all the same. */
  readonly byChance?: readonly string[];
  /** Categories whose shares are among the columns. */
  readonly mix: readonly string[];
  readonly halfAnOrder?: number | undefined;
  /** Columns that a rule may speak of. */
  readonly sayable: readonly string[];
  readonly method: GroupMethod | undefined;
  readonly k: number | undefined;
  readonly mostGroups: number;
  /** What each order says, where classes may be found. */
  readonly counted?: { readonly plan: TallyPlan; readonly told: Told } | undefined;
  /** How many groups there were before, in the same columns, and how they were found. */
  readonly before?: Pick<GroupModel, 'k' | 'method'> | undefined;
  readonly seed: number;
};

export type FoundGroups = {
  readonly model: GroupModel;
  readonly choice: KChoice | null;
  /** Why there are classes, or why not; null where they were not asked. */
  readonly classes: ClassChoice | null;
  readonly leftOut: readonly LeftOut[];
  readonly groups: readonly GroupProfile[];
  readonly map: GroupMap;
  /** Place in `groups` of each row; −1 for none. */
  readonly assignments: Int32Array;
  /** For each group the paths of a small tree to where most are. */
  readonly paths: readonly (readonly Path[])[];
};

export const fewestCustomers = 50;
/** Fewer customers than these are no group, on average. */
export const fewestEach = 10;
/** Numbers of groups beyond this are not held against each other: each takes longer, and nobody reads on. */
const mostJudged = 12;

/**
 * Customers as rows → a space of what tells them apart → how many groups the evidence speaks for → groups, described, drawn and said as paths. Undefined where there
 * are too few customers, or nothing that differs. Pure: the same rows and seed give the same groups.
 */
export function findGroups(input: FindInput, progress: (share: number) => void): FoundGroups | undefined {
  const { table, profiles, seed } = input;
  const { space: found, leftOut } = groupSpace(table, input.columns);
  const space = { ...found, mix: input.mix, ...(input.halfAnOrder === undefined ? {} : { halfAnOrder: input.halfAnOrder }) };
  if (table.rows < fewestCustomers || space.columns.every(({ kind }) => kind !== 'number')) return undefined;
  const placed = placeRows(table, space);
  const categories = space.columns.some(({ kind }) => kind === 'category');
  const method = input.method === undefined || input.method === 'classes' ? (categories ? 'k-prototypes' : 'k-means') : input.method;
  const most = Math.min(Math.max(input.mostGroups, Math.min(input.k ?? 0, mostJudged)), Math.floor(table.rows / fewestEach));
  const best = method === 'hdbscan' ? null : chooseK(placed.points, most, seed, (share) => progress(0.4 * share), input.before?.k);
  const choice = best === null || input.k === undefined ? best : asked(best, input.k);
  progress(0.4);
  const { counted } = input;
  const classes =
    counted === undefined
      ? null
      : chooseClasses({ points: placed.points, told: counted.told }, input.k === undefined ? (choice?.alike ?? []) : [input.k], {
          seed,
          wanted: input.method === 'classes',
          before: input.before?.method === 'classes',
          // A number that somebody gave is theirs, however stable.
          instead: input.k === undefined ? (choice?.evidence.find(({ k }) => k === choice.k)?.stability ?? 0) : 0,
        });
  const held = classes?.model ?? null;
  const model: GroupModel =
    counted !== undefined && held !== null
      ? { method: 'classes', space, k: held.k, plan: counted.plan, classes: held }
      : fitGroupModel(method, space, placed, input.k ?? choice?.k ?? 1, seed);
  const assignments = assignGroups(model, table, counted?.told);
  progress(0.7);
  const columns = space.columns.filter(({ kind }) => kind === 'number').map(({ name }) => name);
  const map = drawMap(placed.points, columns, profiles, assignments, seed);
  progress(0.9);
  // Rules speak of what the groups were made of, or of what says about the same.
  const beside = model.method === 'classes' ? comparedBeside(model.plan) : [];
  const spoken = new Set([...space.columns.map(({ name }) => sayableFor(name)), ...beside.map(({ column }) => column)]);
  const said = table.columns.filter(({ name }) => input.sayable.includes(name) && spoken.has(name));
  const paths = Array.from({ length: model.k }, (_, group) =>
    groupPaths(
      { rows: table.rows, columns: said },
      Uint8Array.from(assignments, (own) => Number(own === group)),
    ),
  );
  // Classes count every category and hour of which one is kept to: what is counted is not left out.
  const counts = model.method === 'classes' ? model.plan.facets : [];
  const byChance = (input.byChance ?? []).filter((name) => !facetsOf([name]).some((facet) => counts.includes(facet)));
  return {
    model,
    choice,
    classes,
    leftOut: [...leftOut, ...byChance.map((name) => ({ name, reason: 'hardly kept to' }) as const)],
    groups: describeGroups(table, assignments, model.k, new Set(byChance)),
    map,
    assignments,
    paths,
  };
}
