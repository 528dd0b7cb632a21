import { formatNumber, formatQuoted } from '../../format-text.ts';
import { peek, place, type Reader, refuse, spanFrom, take, takeSymbol, takeWords, unexpected } from '../../parse/reader.ts';
import type { Sample } from '../../tree.ts';

export function parseRandom(reader: Reader): Sample | undefined {
  const first = peek(reader);
  if (peek(reader, 1).kind !== 'number' || !takeWords(reader, 'random')) return undefined;
  const number = take(reader);
  if (!Number.isFinite(number.number))
    refuse('syntax.number', spanFrom(reader, number), `The number ${number.text.slice(0, 40)} is too large.`, 'Write a percentage from 0 to 100.');
  const parts = { percent: spanFrom(reader, number) };
  if (!takeSymbol(reader, '%')) unexpected(reader, ['%'], 'Write: random 10% seed "spring test".');
  if (!takeWords(reader, 'seed')) return place(reader, { kind: 'random' as const, percent: number.number }, first, parts);
  if (peek(reader).kind !== 'quoted') unexpected(reader, ['a name in quotes'], 'Write: random 10% seed "spring test".');
  return place(reader, { kind: 'random' as const, percent: number.number, seed: take(reader).text }, first, parts);
}

export const formatRandom = ({ percent, seed }: Sample): string => `random ${formatNumber(percent)}%${seed === undefined ? '' : ` seed ${formatQuoted(seed)}`}`;
