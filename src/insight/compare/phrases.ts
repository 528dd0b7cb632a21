import { readValue } from '../../core/index.ts';
import type { EffectSize } from '../../stats/index.ts';
import type { AttributeWord } from '../../language/index.ts';
import { count, share, type Words } from '../report/words.ts';

type Middles = { readonly a: number; readonly b: number; readonly meanA: number; readonly meanB: number };

/** `Number of orders is far higher: usually 12, others 2`. Where the medians look alike the means tell it; empty where these do too: "usually 100%, others 100%" tells nobody anything. */
export function phraseOfNumber(words: Words, word: AttributeWord, { a, b, meanA, meanB }: Middles, delta: number, size: EffectSize): string {
  const alike = shown(words, word, a) === shown(words, word, b);
  const [own, other] = (alike ? [meanA, meanB] : [a, b]).map((value) => shown(words, word, value));
  if (own === undefined || own === other) return '';
  const far = size === 'large' ? 'far ' : size === 'medium' ? 'clearly ' : 'somewhat ';
  const middle = alike ? 'on average' : 'usually';
  return `${capital(word.label)} is ${far}${delta > 0 ? 'higher' : 'lower'}: ${middle} ${own}, others ${other}`;
}

/** ` (known of 16 of them)`: what is known of less than half of a group is not said of the group. */
export function phraseOfKnown([own, ofOwn]: readonly [known: number, of: number], [other, ofOther]: readonly [known: number, of: number]): string {
  const said = [...(2 * own < ofOwn ? [`of ${count(own)} of them`] : []), ...(2 * other < ofOther ? [`of ${count(other)} of the others`] : [])];
  return said.length === 0 ? '' : ` (known ${said.join(' and ')})`;
}

/** `62% have favourite channel web, others 31%: 2.0 times as many`. */
export function phraseOfValue(word: AttributeWord, value: string, own: number, other: number): string {
  const ratio = other > 0 && own > 0 ? (own > other ? own / other : other / own) : undefined;
  const times =
    ratio === undefined || ratio < 1.15 ? '' : own > other ? `: ${ratio.toFixed(1)} times as many` : `: ${ratio.toFixed(1)} times as many among the others`;
  if (word.name === 'cluster.name') return `${share(own)} belong to the natural group “${value}”, others ${share(other)}${times}`;
  if (word.yesNo === true) return `${capital(word.label)} is ${value} for ${share(own)}, others ${share(other)}${times}`;
  const what = word.type === 'boolean' ? `${value === 'yes' ? '' : 'no '}${word.label}` : `${word.label} “${readValue(word.name, value)}”`;
  return `${share(own)} have ${what}, others ${share(other)}${times}`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function shown(words: Words, { unit, name }: AttributeWord, value: number): string {
  if (unit !== undefined && /^[A-Z]{3}$/.test(unit)) return words.money(Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100);
  if (/share|probability|rate$|alive|return_90d/.test(name) && Math.abs(value) <= 1) return share(value);
  const rounded = Math.abs(value) >= 100 ? count(Math.round(value)) : String(Math.round(value * 10) / 10);
  return unit === undefined ? rounded : `${rounded} ${unit}`;
}
