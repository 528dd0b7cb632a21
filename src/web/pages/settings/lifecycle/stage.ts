/** One stage as it is edited. The first stage that holds takes a customer. */
export type Stage = { readonly name: string; readonly expression: string };

/** The stage at `index` one place nearer to the beginning (-1) or the end (1). */
export function moved(stages: readonly Stage[], index: number, by: -1 | 1): readonly Stage[] {
  const stage = stages[index];
  const other = stages[index + by];
  if (stage === undefined || other === undefined) return stages;
  return stages.with(index, other).with(index + by, stage);
}

/** Named, each name once, and none empty: what the server would take. */
export const isWhole = (stages: readonly Stage[]): boolean =>
  stages.length > 0 &&
  stages.every(({ name, expression }) => name.trim() !== '' && expression.trim() !== '') &&
  new Set(stages.map(({ name }) => name.trim())).size === stages.length;
