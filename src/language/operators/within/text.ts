import { formatNumber } from '../../format-text.ts';
import { parseNumber } from '../../parse/literal.ts';
import { expectSymbol, peek, place, type Reader, take, takeWords, unexpected } from '../../parse/reader.ts';
import type { Within } from '../../tree.ts';

const units: ReadonlyMap<string, Within['unit']> = new Map([
  ...['km', 'kilometre', 'kilometres', 'kilometer', 'kilometers'].map((word) => [word, 'km'] as const),
  ...['mi', 'mile', 'miles'].map((word) => [word, 'mi'] as const),
]);

export function parseWithin(reader: Reader): Within | undefined {
  const first = peek(reader);
  if (peek(reader, 1).kind !== 'number' || !takeWords(reader, 'within')) return undefined;
  const distance = parseNumber(reader);
  const unit = peek(reader).kind === 'word' ? units.get(peek(reader).text.toLowerCase()) : undefined;
  if (unit === undefined) unexpected(reader, ['km', 'miles'], 'Write: within 5 km of (53.80, -1.55).');
  take(reader);
  if (!takeWords(reader, 'of')) unexpected(reader, ['of'], 'Write: within 5 km of (53.80, -1.55).');
  expectSymbol(reader, '(', 'Write latitude and longitude in parentheses: (53.80, -1.55).');
  const latitude = parseNumber(reader, true);
  expectSymbol(reader, ',', 'Write latitude and longitude with a comma between: (53.80, -1.55).');
  const longitude = parseNumber(reader);
  expectSymbol(reader, ')', 'Close the parenthesis after the longitude.');
  const parts = { distance: distance.span, latitude: latitude.span, longitude: longitude.span };
  return place(reader, { kind: 'within' as const, distance: distance.value, unit, latitude: latitude.value, longitude: longitude.value }, first, parts);
}

export function formatWithin({ distance, unit, latitude, longitude }: Within): string {
  return `within ${formatNumber(distance)} ${unit === 'mi' ? 'miles' : unit} of (${formatNumber(latitude)}, ${formatNumber(longitude)})`;
}
