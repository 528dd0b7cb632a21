/** Places of the highest scores, best first; items for which `leaveOut` holds are passed over. Equal scores in order of the items. */
export function topItems(scores: Float64Array, count: number, leaveOut: (item: number) => boolean = () => false): readonly number[] {
  const best: number[] = [];
  const score = (item: number): number => scores[item] ?? Number.NEGATIVE_INFINITY;
  for (let item = 0; item < scores.length; item += 1) {
    if (best.length === count && score(item) <= score(best.at(-1) ?? 0)) continue;
    if (leaveOut(item)) continue;
    let place = best.length;
    while (place > 0 && score(best[place - 1] ?? 0) < score(item)) place -= 1;
    best.splice(place, 0, item);
    if (best.length > count) best.pop();
  }
  return best;
}

/** Normalised discounted cumulative gain of a list (Järvelin & Kekäläinen, ACM TOIS 20, 2002): 1 when all that was taken comes first. */
export function ndcg(list: readonly number[], taken: ReadonlySet<number>, count = list.length): number {
  if (taken.size === 0) return Number.NaN;
  const discount = (place: number): number => 1 / Math.log2(place + 2);
  let gained = 0;
  list.slice(0, count).forEach((item, place) => {
    if (taken.has(item)) gained += discount(place);
  });
  let ideal = 0;
  for (let place = 0; place < Math.min(count, taken.size); place += 1) ideal += discount(place);
  return gained / ideal;
}

/** Share of a list that was taken. */
export const precision = (list: readonly number[], taken: ReadonlySet<number>): number => list.filter((item) => taken.has(item)).length / list.length;
