import { type Random, seededRandom, shuffled } from '../../random/index.ts';

export type Split = { readonly train: Uint32Array; readonly test: Uint32Array };

/** `count` folds in which each label keeps its share; each row is tested once. */
export function stratifiedFolds(labels: Uint8Array, count: number, seed: number): readonly Split[] {
  const fold = foldOfRow(labels, count, seededRandom(seed));
  return Array.from({ length: count }, (_, index) => splitBy(fold, (own) => own === index));
}

/** One hold-out of about `share` of the rows, each label keeping its share. */
export function stratifiedSplit(labels: Uint8Array, share: number, seed: number): Split {
  const isTest = new Uint16Array(labels.length);
  const seen = [0, 0];
  for (const row of shuffled(seededRandom(seed), labels.length)) {
    const label = labels[row] ?? 0;
    const place = seen[label] ?? 0;
    isTest[row] = Math.round((place + 1) * share) > Math.round(place * share) ? 1 : 0;
    seen[label] = place + 1;
  }
  return splitBy(isTest, (own) => own === 1);
}

function foldOfRow(labels: Uint8Array, count: number, random: Random): Uint16Array {
  const fold = new Uint16Array(labels.length);
  const seen = [0, 0];
  for (const row of shuffled(random, labels.length)) {
    const label = labels[row] ?? 0;
    const place = seen[label] ?? 0;
    // The second label starts from the other end, so that no fold gets the odd ones of both.
    fold[row] = label === 0 ? place % count : count - 1 - (place % count);
    seen[label] = place + 1;
  }
  return fold;
}

function splitBy(fold: Uint16Array, isTest: (fold: number) => boolean): Split {
  const rows = Uint32Array.from(fold, (_, row) => row);
  return { train: rows.filter((row) => !isTest(fold[row] ?? 0)), test: rows.filter((row) => isTest(fold[row] ?? 0)) };
}
