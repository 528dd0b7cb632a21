import type { FeatureTable } from '../../stats/index.ts';
import { describeGroups, type GroupProfile } from './describe/profiles.ts';
import { chooseK, type KChoice } from './find/choose-k.ts';
import { fitGroupModel } from './find/fit.ts';
import { assignGroups, type GroupMethod, type GroupModel } from './find/model.ts';
import { sayableFor } from './habits/names.ts';
import { drawMap, type GroupMap } from './map.ts';
import { groupPaths, type Path } from './rules/small-tree.ts';
import { groupSpace, type LeftOut, placeRows } from './space/space.ts';

export type FindInput = {
  readonly table: FeatureTable;
  readonly profiles: Int32Array;
  readonly columns: readonly string[];
  /** Categories whose shares are among the columns. */
  readonly mix: readonly string[];
  readonly halfAnOrder?: number | undefined;
  /** Columns that a rule may speak of. */
  readonly sayable: readonly string[];
  readonly method: GroupMethod | undefined;
  readonly k: number | undefined;
  readonly mostGroups: number;
  /** How many groups there were before, in the same columns. */
  readonly before?: number | undefined;
  readonly seed: number;
};

export type FoundGroups = {
  readonly model: GroupModel;
  readonly choice: KChoice | null;
  readonly leftOut: readonly LeftOut[];
  readonly groups: readonly GroupProfile[];
  readonly map: GroupMap;
  /** Place in `groups` of each row; −1 for none. */
  readonly assignments: Int32Array;
  /** For each group the paths of a small tree to where most are. */
  readonly paths: readonly (readonly Path[])[];
};

export const fewestCustomers = 50;

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
  const method = input.method ?? (space.columns.some(({ kind }) => kind === 'category') ? 'k-prototypes' : 'k-means');
  const choice =
    input.k !== undefined || method === 'hdbscan'
      ? null
      : chooseK(placed.points, Math.min(input.mostGroups, Math.floor(table.rows / 10)), seed, (share) => progress(0.5 * share), input.before);
  progress(0.5);
  const model = fitGroupModel(method, space, placed, input.k ?? choice?.k ?? 1, seed);
  const assignments = assignGroups(model, table);
  progress(0.7);
  const columns = space.columns.filter(({ kind }) => kind === 'number').map(({ name }) => name);
  const map = drawMap(placed.points, columns, profiles, assignments, seed);
  progress(0.9);
  // Rules speak of what the groups were made of, or of what says about the same.
  const spoken = new Set(space.columns.map(({ name }) => sayableFor(name)));
  const said = table.columns.filter(({ name }) => input.sayable.includes(name) && spoken.has(name));
  const paths = Array.from({ length: model.k }, (_, group) =>
    groupPaths(
      { rows: table.rows, columns: said },
      Uint8Array.from(assignments, (own) => Number(own === group)),
    ),
  );
  return { model, choice, leftOut, groups: describeGroups(table, assignments, model.k), map, assignments, paths };
}
