import { expectSymbol, isSymbol, peek, place, type Reader, refuse, spanFrom, take, takeSymbol, takeWords, unexpected } from '../../parse/reader.ts';

/** Conditions under and, or, not and the list forms, over any kind of leaf: customers' conditions and facts' conditions alike. */
export type Logic<L> = L | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Logic<L>[] } | { readonly kind: 'not'; readonly of: Logic<L> };
type Leaf<L> = (reader: Reader) => L;

const deepest = 100;

/** `or` binds loosest, then `and`, then `not`. */
export function parseLogic<L extends object>(reader: Reader, leaf: Leaf<L>): Logic<L> {
  return chain(reader, 'or', 'any', () => chain(reader, 'and', 'all', () => parseUnary(reader, leaf)));
}

/** One condition: a leaf, a negation, a list form, or anything in parentheses. */
export function parseUnary<L extends object>(reader: Reader, leaf: Leaf<L>): Logic<L> {
  const first = peek(reader);
  for (const [words, kind] of [
    ['all of', 'all'],
    ['any of', 'any'],
    ['none of', 'none'],
  ] as const) {
    if (takeWords(reader, words)) return deeper(reader, () => place(reader, { kind, of: parseList(reader, leaf, words) }, first));
  }
  if (takeWords(reader, 'not')) return deeper(reader, () => place(reader, { kind: 'not' as const, of: parseUnary(reader, leaf) }, first));
  if (!takeSymbol(reader, '(')) return leaf(reader);
  return deeper(reader, () => {
    const inner = parseLogic(reader, leaf);
    expectSymbol(reader, ')', 'Close the parenthesis, or join the conditions with and / or.');
    return inner;
  });
}

function chain<L extends object>(reader: Reader, word: 'and' | 'or', kind: 'all' | 'any', part: () => Logic<L>): Logic<L> {
  const first = peek(reader);
  const one = part();
  const parts = [one];
  while (takeWords(reader, word)) parts.push(part());
  return parts.length === 1 ? one : place(reader, { kind, of: Object.freeze(parts) }, first);
}

function parseList<L extends object>(reader: Reader, leaf: Leaf<L>, words: string): readonly Logic<L>[] {
  expectSymbol(reader, '(', `Write the conditions in parentheses: ${words} (…, …).`);
  const parts: Logic<L>[] = [];
  if (takeSymbol(reader, ')')) return Object.freeze(parts);
  do parts.push(parseLogic(reader, leaf));
  while (takeSymbol(reader, ','));
  if (!isSymbol(peek(reader), ')')) unexpected(reader, [',', ')'], 'Put commas between the conditions and close the parenthesis.');
  take(reader);
  return Object.freeze(parts);
}

function deeper<T>(reader: Reader, parse: () => T): T {
  const token = peek(reader);
  if (reader.depth >= deepest) {
    refuse(
      'syntax.too-deep',
      spanFrom(reader, token),
      `Conditions are nested more than ${deepest} deep.`,
      'Make a segment of the inner part and write `in segment "…"`.',
    );
  }
  reader.depth += 1;
  const parsed = parse();
  reader.depth -= 1;
  return parsed;
}

/** Canonical text: `and`, `or` with parentheses only where they change the meaning; lists of fewer than two keep the list form. */
export function formatLogic<L extends { readonly kind: string }>(tree: Logic<L>, leaf: (leaf: L) => string): string {
  if (!isGroup(tree)) return isNot(tree) ? `not ${formatUnary(tree.of, leaf)}` : leaf(tree);
  if (tree.kind === 'none' || tree.of.length < 2) return `${tree.kind} of (${tree.of.map((part) => formatLogic(part, leaf)).join(', ')})`;
  const bracket = (part: Logic<L>): string => (tree.kind === 'any' && isGroup(part) && part.kind === 'all' ? formatLogic(part, leaf) : formatUnary(part, leaf));
  return tree.of.map(bracket).join(tree.kind === 'all' ? ' and ' : ' or ');
}

/** In parentheses when it is joined by and / or. */
export function formatUnary<L extends { readonly kind: string }>(tree: Logic<L>, leaf: (leaf: L) => string): string {
  const text = formatLogic(tree, leaf);
  return isGroup(tree) && tree.kind !== 'none' && tree.of.length > 1 ? `(${text})` : text;
}

type GroupOf<L> = Extract<Logic<L>, { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Logic<L>[] }>;
const isGroup = <L extends { readonly kind: string }>(tree: Logic<L>): tree is GroupOf<L> => tree.kind === 'all' || tree.kind === 'any' || tree.kind === 'none';
const isNot = <L extends { readonly kind: string }>(tree: Logic<L>): tree is Extract<Logic<L>, { readonly kind: 'not'; readonly of: Logic<L> }> =>
  tree.kind === 'not';
