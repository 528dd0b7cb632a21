import { formatName, formatQuoted } from '../../format-text.ts';
import { peek, place, type Reader, take, takeWords, unexpected } from '../../parse/reader.ts';
import type { CanReceive } from '../../tree.ts';

export function parseCanReceive(reader: Reader): CanReceive | undefined {
  const first = peek(reader);
  if (!takeWords(reader, 'can receive')) return undefined;
  const channel = parseWord(reader, 'a channel such as email');
  if (!takeWords(reader, 'for')) unexpected(reader, ['for'], 'Say what for: can receive email for marketing.');
  return place(reader, { kind: 'can-receive' as const, channel, purpose: parseWord(reader, 'a purpose such as marketing') }, first);
}

function parseWord(reader: Reader, expected: string): string {
  const { kind } = peek(reader);
  if (kind !== 'word' && kind !== 'quoted') unexpected(reader, [expected], 'Write: can receive email for marketing.');
  return take(reader).text;
}

export const formatCanReceive = ({ channel, purpose }: CanReceive): string => `can receive ${formatPlain(channel)} for ${formatPlain(purpose)}`;

/** Dotted names would be cut at the dot, so they stay in quotes. */
const formatPlain = (word: string): string => (word.includes('.') ? formatQuoted(word) : formatName(word));
