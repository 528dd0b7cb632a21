import { nearest } from '../../language/index.ts';

/** The known names that were probably meant, by the whole name, else by a word of it: who looks for a "stonware" means the "Stoneware Mug". */
export function likeAny(name: string, known: readonly string[]): readonly string[] {
  const whole = nearest(name, known);
  if (whole.length > 0) return whole;
  const byWord = Map.groupBy(
    known.flatMap((own) => own.split(/\s+/).map((word) => ({ word, own }))),
    ({ word }) => word,
  );
  return nearest(name, byWord.keys(), 1).flatMap((word) => (byWord.get(word) ?? []).slice(0, 3).map(({ own }) => own));
}
