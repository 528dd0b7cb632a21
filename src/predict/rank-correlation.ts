/** Spearman's (1904), over the rows where both are known; 0 where nothing varies. */
export function rankCorrelation(values: Float64Array, others: Float64Array): number {
  const rows = Array.from(values.keys()).filter((row) => Number.isFinite(values[row] ?? Number.NaN) && Number.isFinite(others[row] ?? Number.NaN));
  const [a, b] = [ranks(rows.map((row) => values[row] ?? 0)), ranks(rows.map((row) => others[row] ?? 0))];
  const middle = (rows.length - 1) / 2;
  let [both, ofA, ofB] = [0, 0, 0];
  for (let place = 0; place < rows.length; place += 1) {
    const [x, y] = [(a[place] ?? 0) - middle, (b[place] ?? 0) - middle];
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}

/** Equal values share their mean rank. */
function ranks(values: readonly number[]): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const found = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let place = start; place < end; place += 1) found[order[place] ?? 0] = (start + end - 1) / 2;
    start = end;
  }
  return found;
}
