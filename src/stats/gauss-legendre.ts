/** Nodes and weights of Gauss-Legendre quadrature on (0, 1): ∫ f = Σ weight · f(node), exact for polynomials of degree 2n − 1. By Newton's method on Legendre's polynomial, whose derivative follows from its recurrence. */
export type Quadrature = { readonly nodes: Float64Array; readonly weights: Float64Array };

export function gaussLegendre(count: number): Quadrature {
  const [nodes, weights] = [new Float64Array(count), new Float64Array(count)];
  for (let place = 0; place < count; place += 1) {
    // Tricomi's first guess.
    let at = Math.cos((Math.PI * (place + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step += 1) {
      let [before, value] = [1, at];
      for (let degree = 2; degree <= count; degree += 1) [before, value] = [value, ((2 * degree - 1) * at * value - (degree - 1) * before) / degree];
      slope = (count * (at * value - before)) / (at * at - 1);
      const by = value / slope;
      at -= by;
      if (Math.abs(by) < 1e-15) break;
    }
    nodes[place] = (1 - at) / 2;
    weights[place] = 1 / ((1 - at * at) * slope * slope);
  }
  return { nodes, weights };
}
