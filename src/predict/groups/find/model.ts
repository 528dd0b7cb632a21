import {
  assignCountClasses,
  assignMixture,
  type CountClasses,
  type FeatureTable,
  type GaussianMixture,
  nearestCentres,
  squaredDistance,
  type Told,
} from '../../../stats/index.ts';
import type { TallyPlan } from '../habits/tally-plan.ts';
import { type GroupSpace, placeRows } from '../space/space.ts';

/** Methods that look at customers as points, and the one that looks at what each of their orders says. */
export const pointMethods = ['k-means', 'mixture', 'ward', 'k-prototypes', 'hdbscan'] as const;
export type PointMethod = (typeof pointMethods)[number];
export type GroupMethod = PointMethod | 'classes';

/** What puts a customer into a group, as plain JSON. */
export type GroupModel = { readonly space: GroupSpace; readonly k: number } & (
  | { readonly method: 'k-means'; readonly centres: readonly number[] }
  | { readonly method: 'mixture'; readonly mixture: GaussianMixture }
  /** Rows, or centres of many small groups, with the group that each belongs to; −1 for none, and for what lies further than `reach` from all. */
  | { readonly method: 'ward' | 'hdbscan'; readonly centres: readonly number[]; readonly groups: readonly number[]; readonly reach: number | null }
  | { readonly method: 'classes'; readonly plan: TallyPlan; readonly classes: CountClasses }
  | { readonly method: 'k-prototypes'; readonly centres: readonly number[]; readonly modes: readonly number[]; readonly gamma: number }
);

/** Group of each row, 0 … k − 1; −1 for those that belong to none. Classes need what their plan tells beside the table. */
export function assignGroups(model: GroupModel, table: FeatureTable, told: Told = { tallies: [] }): Int32Array {
  if (model.method === 'classes') return assignCountClasses(told, model.classes);
  const { points, codes } = placeRows(table, model.space);
  switch (model.method) {
    case 'k-means':
      return nearestCentres(points, Float64Array.from(model.centres));
    case 'mixture':
      return assignMixture(points, model.mixture).assignments;
    case 'ward':
    case 'hdbscan': {
      const centres = Float64Array.from(model.centres);
      const reach = model.reach === null ? Number.POSITIVE_INFINITY : model.reach ** 2;
      return nearestCentres(points, centres).map((near, row) => {
        const far = reach !== Number.POSITIVE_INFINITY && squaredDistance(points.values, row, centres, near, points.width) > reach;
        return far ? -1 : (model.groups[near] ?? -1);
      });
    }
    case 'k-prototypes': {
      const centres = Float64Array.from(model.centres);
      return Int32Array.from({ length: points.rows }, (_, row) => {
        const costs = Array.from({ length: model.k }, (__, own) => {
          const differing = codes.reduce((count, column, place) => count + Number(column[row] !== model.modes[own * codes.length + place]), 0);
          return squaredDistance(points.values, row, centres, own, points.width) + model.gamma * differing;
        });
        return costs.indexOf(Math.min(...costs));
      });
    }
  }
}
