export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/**
 * What turned one text into the other, word by word: the longest common subsequence (Wagner & Fischer, JACM 21, 1974), what is not
 * in it removed or added. Joined, the pieces that are not removed are `after`, those that are not added `before`.
 */
export function wordDifference(before: string, after: string): readonly Piece[] {
  const [old, now] = [words(before), words(after)];
  const lengths = commonLengths(old, now);
  const pieces: { kind: Piece['kind']; text: string }[] = [];
  const add = (kind: Piece['kind'], text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [at, to] = [0, 0];
  while (at < old.length || to < now.length) {
    const [one, other] = [old[at], now[to]];
    if (one !== undefined && one === other) {
      add('same', one);
      at += 1;
      to += 1;
    } else if (other === undefined || (one !== undefined && (lengths[at + 1]?.[to] ?? 0) >= (lengths[at]?.[to + 1] ?? 0))) {
      add('removed', one ?? '');
      at += 1;
    } else {
      add('added', other);
      to += 1;
    }
  }
  return pieces;
}

/** Words, gaps and marks, so that joined they are the text again. */
const words = (text: string): readonly string[] => text.match(/\s+|[\p{L}\p{N}_.]+|[^\s\p{L}\p{N}_.]/gu) ?? [];

/** `lengths[i][j]`: of the longest common subsequence of what comes from `i` and `j` on. Definitions are short: a few hundred words at most. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    const below = lengths[i + 1] ?? [];
    for (let j = now.length - 1; j >= 0; j -= 1) row[j] = old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return lengths;
}
