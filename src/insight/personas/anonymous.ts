/** First and last names of the shop's customers in lower case: what a quote must not hold. */
export type KnownNames = ReadonlySet<string>;

/**
 * A text without who wrote it: mail and web addresses, handles, phone numbers and all other numbers, the writer's own name anywhere, and any customer's name that is written like one (a capital inside of a sentence, or after
 * a greeting or at the end).
 */
export function anonymous(text: string, own: KnownNames, known: KnownNames): string {
  const plain = text
    .replaceAll(/\S+@\S+/gu, '[address]')
    .replaceAll(/\b(?:https?:\/\/|www\.)\S+/giu, '[address]')
    .replaceAll(/(?<!\S)@\w+/gu, '[name]')
    .replaceAll(/[+(]?\d[\d\s().,/:-]*\d|\d/gu, '[number]');
  let startsSentence = true;
  return plain
    .split(/(\s+)/u)
    .map((piece, place, all) => {
      if (/^\s*$/u.test(piece)) return piece;
      const starts = startsSentence;
      startsSentence = /[.!?]["')\]]*$/u.test(piece);
      const word = piece.replaceAll(/^[^\p{L}]+|(?:['’]s)?[^\p{L}]*$/gu, '');
      const lower = word.toLowerCase();
      const capital = /^\p{Lu}/u.test(word);
      const before = (all[place - 2] ?? '').toLowerCase().replaceAll(/[^\p{L}]/gu, '');
      const greeted = greetings.has(before);
      const last = place >= all.length - 2;
      if (own.has(lower) || (capital && known.has(lower) && (!starts || greeted || last || !everyday.has(lower)))) return piece.replace(word, '[name]');
      return piece;
    })
    .join('');
}

const greetings = new Set(['hi', 'hello', 'dear', 'thanks', 'regards', 'cheers', 'mr', 'mrs', 'ms', 'dr']);
/** Names that are everyday words as well: at the start of a sentence they are taken to be the word. */
const everyday = new Set([
  'will',
  'may',
  'mark',
  'rose',
  'grace',
  'hope',
  'joy',
  'summer',
  'amber',
  'ray',
  'drew',
  'pat',
  'rob',
  'sue',
  'art',
  'bill',
  'frank',
  'jack',
  'dean',
  'young',
  'long',
  'king',
  'price',
  'day',
  'love',
  'best',
  'good',
  'brown',
  'white',
  'black',
  'green',
  'may',
]);
