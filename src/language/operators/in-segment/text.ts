import { formatQuoted } from '../../format-text.ts';
import { isSymbol, peek, place, type Reader, spanFrom, take, takeWords, unexpected } from '../../parse/reader.ts';
import type { InSegment } from '../../tree.ts';

export function parseInSegment(reader: Reader): InSegment | undefined {
  const first = peek(reader);
  if (!takeWords(reader, 'in segment')) return undefined;
  const start = peek(reader);
  const segment = start.kind === 'quoted' ? take(reader).text : parseSlug(reader);
  return place(reader, { kind: 'in-segment' as const, segment }, first, { segment: spanFrom(reader, start) });
}

/** `wholesale-buyers` without quotes. */
function parseSlug(reader: Reader): string {
  if (peek(reader).kind !== 'word')
    unexpected(reader, ['the name of a segment'], 'Write the name of the segment in double quotes: in segment "Wholesale buyers".');
  let slug = take(reader).text;
  while (peek(reader).glued && (isSymbol(peek(reader), '-') || ['word', 'number'].includes(peek(reader).kind))) slug += take(reader).text;
  return slug;
}

export const formatInSegment = ({ segment }: InSegment): string => `in segment ${formatQuoted(segment)}`;
