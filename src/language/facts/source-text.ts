import { formatQuoted } from '../format-text.ts';
import { isWord, peek, place, type Reader, refuse, spanFrom, take, unexpected } from '../parse/reader.ts';
import type { FactSource } from '../tree.ts';

export const factKinds = ['orders', 'items', 'returns', 'reviews', 'tickets', 'surveys'] as const;
type FactKind = (typeof factKinds)[number];

const kindOfWord = (word: string): FactKind | undefined => factKinds.find((kind) => kind === word || kind === `${word}s`);

/** True when the next token names facts of a fixed kind: `orders`, `order`. */
export const factKindAt = (reader: Reader, ahead = 0): FactKind | undefined => {
  const token = peek(reader, ahead);
  return token.kind === 'word' ? kindOfWord(token.text.toLowerCase()) : undefined;
};

/** `orders`, or the name of an event in quotes. */
export function parseSource(reader: Reader): FactSource {
  const first = peek(reader);
  if (first.kind === 'quoted') return place(reader, { kind: 'event' as const, name: take(reader).text }, first);
  const kind = factKindAt(reader);
  if (kind !== undefined) {
    take(reader);
    return place(reader, { kind }, first);
  }
  if (isWord(first, 'distinct', 'unique')) unexpected(reader, ['the facts to count'], 'Write distinct(items.category).');
  if (first.kind === 'word') {
    take(reader);
    refuse(
      'syntax.unquoted',
      spanFrom(reader, first),
      `\`${first.text}\` is no kind of fact.`,
      `Names of events go in double quotes: "${first.text}". Otherwise: ${factKinds.join(', ')}.`,
      factKinds,
    );
  }
  unexpected(
    reader,
    ['orders', 'items', 'returns', 'reviews', 'tickets', 'surveys', 'the name of an event in quotes'],
    'Say what is counted: count(orders), count("Product Viewed").',
  );
}

export const formatSource = (source: FactSource): string => (source.kind === 'event' ? formatQuoted(source.name) : source.kind);
