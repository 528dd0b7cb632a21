import { type Fragment, ident, type Part } from '../../sql/index.ts';
import { plainFolded } from './fold.ts';

/** What stands before and after the column in `plainFolded`. */
const [before, , ...after] = plainFolded(ident('')).parts;

const isSame = (one: Part | undefined, other: Part | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * An expression with each column that it folds read from another column, which is noted in `folded` with what it holds: dozens of conditions compare the same text, and to
 * fold it takes longer than all of their comparisons.
 */
export function foldedOnce({ parts }: Fragment, folded: Map<string, Fragment>): Fragment {
  const written: Part[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const [first, column, ...rest] = parts.slice(at, at + 2 + after.length);
    if (isSame(first, before) && column?.kind === 'identifier' && after.every((part, index) => isSame(part, rest[index]))) {
      const name = `folded ${column.name}`;
      folded.set(name, plainFolded(ident(column.name)));
      written.push(...ident(name).parts);
      at += 1 + after.length;
    } else written.push(parts[at] ?? { kind: 'text', text: '' });
  }
  return { kind: 'fragment', parts: written };
}
