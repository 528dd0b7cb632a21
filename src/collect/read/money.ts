import type { JsonObject } from '../../contract/index.ts';
import { at, numberOf } from './json.ts';

/** A sum of decimals without the dust of binary fractions: money is kept to four places. */
export const toMoney = (amount: number): number => Math.round(amount * 10_000) / 10_000;

/** The first path that holds an amount: a number, or a text as shops write money. */
export function amount(body: JsonObject, ...paths: readonly string[]): number | undefined {
  for (const path of paths) {
    const value = at(body, path);
    const found = numberOf(value) ?? (typeof value === 'string' ? written(value) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first path that holds a text where an amount belongs and is none: taken for nothing, an order would be worth nothing. */
export function unreadableAmount(body: JsonObject, ...paths: readonly string[]): string | undefined {
  return paths.find((path) => {
    const value = at(body, path);
    return typeof value === 'string' && value.trim() !== '' && amount(body, path) === undefined;
  });
}

/**
 * `€38.00`, `1,234.50`, `1.234,50 EUR`, `12,5`. Of two kinds of marks the last is the decimal one; a comma alone is, unless three digits follow; a point alone always is, as
 * numbers of JSON have it.
 */
function written(text: string): number | undefined {
  const bare = text.replaceAll(/[\s\u00a0\u202f'’]/g, '').replace('\u2212', '-');
  const [, before = '', sign = '', digits = ''] = /^([^\d+.,-]{0,4})([+-]?)[^\d+.,-]{0,4}([\d.,]+)[^\d+.,-]{0,4}$/u.exec(bare) ?? [];
  const mark = decimalMark(digits);
  const [whole = '', fraction = ''] = mark === undefined ? [digits] : digits.split(mark);
  if (!/^(?:\d+|\d{1,3}(?:[.,]\d{3})+)?$/.test(whole) || !/^\d*$/.test(fraction) || whole + fraction === '' || /\d/.test(before)) return undefined;
  return numberOf(`${sign}${whole.replaceAll(/[.,]/g, '') || '0'}.${fraction || '0'}`);
}

function decimalMark(digits: string): '.' | ',' | undefined {
  const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')];
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  if (point >= 0) return digits.indexOf('.') === point ? '.' : undefined;
  return comma >= 0 && digits.indexOf(',') === comma && digits.length - comma - 1 !== 3 ? ',' : undefined;
}
