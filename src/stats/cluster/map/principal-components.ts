import type { Points } from '../points.ts';

export type PrincipalComponents = {
  readonly means: readonly number[];
  /** Unit directions, one after the other, of falling variance. */
  readonly directions: readonly (readonly number[])[];
  /** Share of all variance along each. */
  readonly shares: readonly number[];
};

/** Directions of most variance (Pearson 1901, Hotelling 1933), by Jacobi's rotations of the covariance matrix. The largest number of a direction is positive. */
export function principalComponents(points: Points, count = 2): PrincipalComponents {
  const { rows, width, values } = points;
  const means = Array.from({ length: width }, (_, column) => {
    let sum = 0;
    for (let row = 0; row < rows; row += 1) sum += values[row * width + column] ?? 0;
    return sum / rows;
  });
  const covariance = Array.from({ length: width }, () => new Float64Array(width));
  for (let row = 0; row < rows; row += 1) {
    for (let a = 0; a < width; a += 1) {
      const own = covariance[a];
      const away = (values[row * width + a] ?? 0) - (means[a] ?? 0);
      if (own !== undefined) for (let b = 0; b < width; b += 1) own[b] = (own[b] ?? 0) + (away * ((values[row * width + b] ?? 0) - (means[b] ?? 0))) / rows;
    }
  }
  const { eigenvalues, vectors } = jacobi(covariance);
  const order = eigenvalues.map((_, place) => place).sort((a, b) => (eigenvalues[b] ?? 0) - (eigenvalues[a] ?? 0));
  const total = eigenvalues.reduce((sum, own) => sum + Math.max(0, own), 0) || 1;
  return {
    means,
    directions: order.slice(0, count).map((place) => upright(vectors.map((row) => row[place] ?? 0))),
    shares: order.slice(0, count).map((place) => Math.max(0, eigenvalues[place] ?? 0) / total),
  };
}

/** Coordinates of the rows along the directions, row by row. */
export function project({ rows, width, values }: Points, { means, directions }: PrincipalComponents): Points {
  const coordinates = new Float64Array(rows * directions.length);
  for (let row = 0; row < rows; row += 1) {
    directions.forEach((direction, place) => {
      let sum = 0;
      for (let column = 0; column < width; column += 1) sum += (direction[column] ?? 0) * ((values[row * width + column] ?? 0) - (means[column] ?? 0));
      coordinates[row * directions.length + place] = sum;
    });
  }
  return { rows, width: directions.length, values: coordinates };
}

const upright = (direction: readonly number[]): readonly number[] => {
  const largest = direction.reduce((most, own) => (Math.abs(own) > Math.abs(most) ? own : most), 0);
  return largest < 0 ? direction.map((own) => -own) : direction;
};

function jacobi(matrix: readonly Float64Array[]): { readonly eigenvalues: readonly number[]; readonly vectors: readonly Float64Array[] } {
  const size = matrix.length;
  const a = matrix.map((row) => row.slice());
  const vectors = matrix.map((_, place) => Float64Array.from({ length: size }, (__, column) => Number(column === place)));
  const get = (rows: readonly Float64Array[], row: number, column: number): number => rows[row]?.[column] ?? 0;
  const set = (rows: readonly Float64Array[], row: number, column: number, value: number): void => {
    const own = rows[row];
    if (own !== undefined) own[column] = value;
  };
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1) for (let q = 0; q < p; q += 1) off += get(a, p, q) ** 2;
    if (off < 1e-22) break;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        if (Math.abs(get(a, p, q)) < 1e-300) continue;
        const theta = (get(a, q, q) - get(a, p, p)) / (2 * get(a, p, q));
        const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const sine = tangent * cosine;
        for (let place = 0; place < size; place += 1) {
          const [x, y] = [get(a, place, p), get(a, place, q)];
          set(a, place, p, cosine * x - sine * y);
          set(a, place, q, sine * x + cosine * y);
        }
        for (let place = 0; place < size; place += 1) {
          const [x, y] = [get(a, p, place), get(a, q, place)];
          set(a, p, place, cosine * x - sine * y);
          set(a, q, place, sine * x + cosine * y);
          const [v, w] = [get(vectors, place, p), get(vectors, place, q)];
          set(vectors, place, p, cosine * v - sine * w);
          set(vectors, place, q, sine * v + cosine * w);
        }
      }
    }
  }
  return { eigenvalues: a.map((row, place) => row[place] ?? 0), vectors };
}
