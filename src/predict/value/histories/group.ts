import type { Histories } from './history.ts';

/**
 * Merges customers with equal pasts: a likelihood is then a sum over a few thousand rows where a shop has a million
 * customers, since dates are whole days. Rows come out in order of repeats, recency and age.
 */
export function groupHistories(repeats: ArrayLike<number>, recency: ArrayLike<number>, age: ArrayLike<number>): Histories {
  const recencies = dictionary(recency);
  const ages = dictionary(age);
  const keys = new Float64Array(repeats.length);
  for (let row = 0; row < keys.length; row += 1) {
    const place = (repeats[row] ?? 0) * recencies.values.length + (recencies.places[row] ?? 0);
    keys[row] = place * ages.values.length + (ages.places[row] ?? 0);
  }
  keys.sort();
  return unpacked(keys, recencies.values, ages.values);
}

/** The distinct values, ascending, and the place of each entry among them. */
export function dictionary(column: ArrayLike<number>): { readonly values: Float64Array; readonly places: Int32Array } {
  const places = new Int32Array(column.length);
  const seen = new Map<number, number>();
  for (let row = 0; row < column.length; row += 1) seen.set(column[row] ?? 0, 0);
  const values = Float64Array.from(seen.keys()).sort();
  values.forEach((value, place) => seen.set(value, place));
  for (let row = 0; row < column.length; row += 1) places[row] = seen.get(column[row] ?? 0) ?? 0;
  return { values, places };
}

function unpacked(sorted: Float64Array, recencies: Float64Array, ages: Float64Array): Histories {
  let distinct = 0;
  for (let row = 0; row < sorted.length; row += 1) if (row === 0 || sorted[row] !== sorted[row - 1]) distinct += 1;
  const [repeats, recency, age, weight] = [0, 1, 2, 3].map(() => new Float64Array(distinct)) as [Float64Array, Float64Array, Float64Array, Float64Array];
  let at = -1;
  for (let row = 0; row < sorted.length; row += 1) {
    const key = sorted[row] ?? 0;
    if (row === 0 || key !== sorted[row - 1]) {
      at += 1;
      const place = Math.floor(key / ages.length);
      age[at] = ages[key - place * ages.length] ?? 0;
      repeats[at] = Math.floor(place / recencies.length);
      recency[at] = recencies[place % recencies.length] ?? 0;
    }
    weight[at] = (weight[at] ?? 0) + 1;
  }
  return { repeats, recency, age, weight };
}
