/**
 * The known names that were probably meant, best first: few letters changed, left out, added or swapped, or one being part of
 * the other. Each comparison looks at a band of the distance table alone, so the whole is linear in the candidates' letters.
 */
export function nearest(name: string, candidates: Iterable<string>, most = 3): readonly string[] {
  const wanted = simplify(name);
  const furthest = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
  const scored: { readonly candidate: string; readonly score: number }[] = [];
  for (const candidate of candidates) {
    const score = distance(wanted, simplify(candidate), furthest);
    if (score !== undefined) scored.push({ candidate, score });
  }
  return [...new Set(scored.sort((a, b) => a.score - b.score).map(({ candidate }) => candidate))].slice(0, most);
}

/** `Did you mean total_spent or total?`; the fallback where nothing is near. */
export const didYouMean = (near: readonly string[], otherwise: string): string => (near.length === 0 ? otherwise : `Did you mean ${near.join(' or ')}?`);

const longest = 80;
const simplify = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replaceAll(/[\s-]+/g, '_')
    .slice(0, longest);

function distance(wanted: string, candidate: string, furthest: number): number | undefined {
  if (wanted === candidate) return 0;
  const edits = Math.abs(wanted.length - candidate.length) > furthest ? undefined : editDistance(wanted, candidate, furthest);
  if (edits !== undefined) return edits;
  const contained = wanted.length >= 4 && candidate.length >= 4 && (candidate.includes(wanted) || wanted.includes(candidate));
  return contained ? furthest + 1 : undefined;
}

/** Optimal string alignment (a swap of neighbours is one edit), cut off beyond `furthest`. */
export function editDistance(a: string, b: string, furthest: number): number | undefined {
  const far = furthest + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= a.length; i += 1) {
    const next = Array.from({ length: b.length + 1 }, () => far);
    next[0] = Math.min(i, far);
    const to = Math.min(b.length, i + furthest);
    for (let j = Math.max(1, i - furthest); j <= to; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((row[j] ?? far) + 1, (next[j - 1] ?? far) + 1, (row[j - 1] ?? far) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? far) + 1);
      next[j] = Math.min(best, far);
    }
    before = row;
    row = next;
  }
  const edits = row[b.length] ?? far;
  return edits > furthest ? undefined : edits;
}
