import { neighbourMap, type Points, principalComponents, project, sampled, seededRandom, takePoints } from '../../stats/index.ts';

/** One customer on both maps. */
export type MapPoint = {
  readonly profile: number;
  readonly group: number;
  readonly x: number;
  readonly y: number;
  readonly nearX: number;
  readonly nearY: number;
};

export type GroupMap = {
  /** A sample of the customers; `x`, `y` along the principal components, `nearX`, `nearY` on the map of neighbours. */
  readonly points: readonly MapPoint[];
  /** Share of all differences that x and y show. */
  readonly shown: readonly number[];
  /** What x and y are made of: weight of each column, largest first. */
  readonly axes: readonly (readonly { readonly column: string; readonly weight: number }[])[];
};

const mapRows = 700;

export function drawMap(points: Points, columns: readonly string[], profiles: Int32Array, assignments: Int32Array, seed: number): GroupMap {
  const rows = sampled(seededRandom(seed), points.rows, mapRows);
  const sample = takePoints(points, rows);
  const components = principalComponents(points, Math.min(2, points.width));
  const flat = project(sample, components);
  const near = neighbourMap(sample, flat.width === 2 ? flat : undefined, { seed });
  const at = ({ values, width }: Points, row: number, axis: number): number => (axis < width ? (values[row * width + axis] ?? 0) : 0);
  return {
    points: Array.from(rows, (row, place) => ({
      profile: profiles[row] ?? -1,
      group: assignments[row] ?? -1,
      x: at(flat, place, 0),
      y: at(flat, place, 1),
      nearX: at(near, place, 0),
      nearY: at(near, place, 1),
    })),
    shown: components.shares,
    axes: components.directions.map((direction) =>
      columns.map((column, place) => ({ column, weight: direction[place] ?? 0 })).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    ),
  };
}
