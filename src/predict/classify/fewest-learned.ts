import { mostStacked, mostTests } from './learn.ts';

/** What customers did, of those that the back-test's poorest step learns from (cut-offs newest first): by that it is told which candidates take part. Of a single cut-off its own, though nothing could be tested. */
export function fewestLearned(sets: readonly { readonly labels: Uint8Array }[]): Uint8Array {
  const [newest, ...older] = sets;
  if (newest === undefined || older.length === 0) return newest?.labels ?? new Uint8Array();
  const steps = older.slice(0, mostTests).map((_, place) => older.slice(place, place + mostStacked).flatMap(({ labels }) => [...labels]));
  return Uint8Array.from(steps.toSorted((a, b) => a.length - b.length)[0] ?? []);
}
