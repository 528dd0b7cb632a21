/** Rows of `width` numbers one after the other: what distances are measured between. */
export type Points = { readonly rows: number; readonly width: number; readonly values: Float64Array };

/** Squared Euclidean distance of row `a` of one set from row `b` of another. */
export function squaredDistance(left: Float64Array, a: number, right: Float64Array, b: number, width: number): number {
  let sum = 0;
  const [from, to] = [a * width, b * width];
  for (let place = 0; place < width; place += 1) {
    const difference = (left[from + place] ?? 0) - (right[to + place] ?? 0);
    sum += difference * difference;
  }
  return sum;
}

export function takePoints({ width, values }: Points, rows: Uint32Array): Points {
  const taken = new Float64Array(rows.length * width);
  for (let place = 0; place < rows.length; place += 1) {
    const from = (rows[place] ?? 0) * width;
    for (let column = 0; column < width; column += 1) taken[place * width + column] = values[from + column] ?? 0;
  }
  return { rows: rows.length, width, values: taken };
}

/** For each row the nearest of the centres. */
export function nearestCentres(points: Points, centres: Float64Array): Int32Array<ArrayBuffer> {
  const count = centres.length / points.width;
  const nearest = new Int32Array(points.rows);
  for (let row = 0; row < points.rows; row += 1) {
    let best = Number.POSITIVE_INFINITY;
    for (let centre = 0; centre < count; centre += 1) {
      const distance = squaredDistance(points.values, row, centres, centre, points.width);
      if (distance >= best) continue;
      best = distance;
      nearest[row] = centre;
    }
  }
  return nearest;
}
