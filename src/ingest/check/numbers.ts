import { type Fragment, sql } from '../../sql/index.ts';

export type DecimalStyle = 'point' | 'comma';
export type NumberShape = 'DECIMAL(18,4)' | 'DOUBLE' | 'BIGINT';

const cast = (text: Fragment, shape: NumberShape): Fragment => {
  switch (shape) {
    case 'DECIMAL(18,4)':
      return sql`try_cast(${text} as DECIMAL(18,4))`;
    case 'DOUBLE':
      return sql`try_cast(${text} as DOUBLE)`;
    case 'BIGINT':
      return sql`try_cast(${text} as BIGINT)`;
  }
};

const plain = { point: '[+-]?\\d{1,18}(\\.\\d*)?', comma: '[+-]?\\d{1,18}' } as const;

/**
 * A number out of a cleaned cell, NULL when it is none. Plain numbers take the short road; the rest lose their currency sign or code,
 * per cent sign, thousand separators (`,` or `.` in groups, blanks, apostrophes), and turn negative for `(5)`, `5-` and `−5`.
 * A separator in the wrong place makes it no number: `1,5` is never 15.
 */
export function number(value: Fragment, style: DecimalStyle, shape: NumberShape): Fragment {
  // The engine reads plain amounts and nothing else that is not one, but for `1_000`.
  if (shape === 'DECIMAL(18,4)' && style === 'point')
    return sql`coalesce(case when not contains(${value}, '_') then ${cast(value, shape)} end, ${cast(unwrapped(value, style), shape)})`;
  const short = style === 'point' ? plain.point : plain.comma;
  return sql`(case when regexp_full_match(${value}, ${short}) then ${cast(value, shape)} else ${cast(unwrapped(value, style), shape)} end)`;
}

/** Signs and ISO codes that may stand before or after an amount. */
const money = `(?:${Intl.supportedValuesOf('currency').join('|')}|[A-Za-z]{0,3}[$€£¥₹₽₺₩₫₪₴₦₱฿₡₲₵₸₼₾]|Rs\\.?|kr\\.?|zł|Kč|Ft|лв\\.?|R|%)`;

/** Signs that stand for one currency, or for a family of them that shares a narrow symbol (`$`, `¥`). */
const signs = '$€£¥₹₽₺₩₫₪₴₦₱฿₡₲₵₸₼₾';

/**
 * Whether a written amount says itself that it is in another currency: by a sign that is not this currency's (`€5` where pounds are counted), or by another
 * ISO code. `$` is the sign of every dollar and peso.
 */
export function inForeignMoney(value: Fragment, currency: string): Fragment {
  const own =
    new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0).find(({ type }) => type === 'currency')
      ?.value ?? '';
  const others = signs
    .split('')
    .filter((sign) => !own.includes(sign))
    .map((sign) => (sign === '$' ? '\\$' : sign));
  const codes = Intl.supportedValuesOf('currency').filter((code) => code !== currency);
  return sql`regexp_matches(${value}, ${`[${others.join('')}]|^[-+(]?\\s*(?:${codes.join('|')})[\\s\\d.,+-]|[\\s\\d.,](?:${codes.join('|')})$`})`;
}

/** Digits with a decimal point, or text that no cast accepts. */
function unwrapped(value: Fragment, style: DecimalStyle): Fragment {
  const bare = sql`regexp_replace(regexp_replace(replace(${value}, '−', '-'), ${`^([-+(]?)\\s*${money}\\s*([-+(]?)`}, '\\1\\2'), ${`\\s*${money}\\s*([-)]?)$`}, '\\1')`;
  const closed = sql`regexp_replace(${bare}, '[\\s\\x{a0}\\x{2007}\\x{2009}\\x{202f}''’]', '', 'g')`;
  const digits =
    style === 'point'
      ? '(?:\\d{1,3}(?:,\\d{2,3})*,\\d{3}|\\d{1,18})?(?:\\.\\d*)?(?:[eE][-+]?\\d{1,2})?'
      : '(?:\\d{1,3}(?:\\.\\d{3})+|\\d{1,18})?(?:,\\d*)?(?:[eE][-+]?\\d{1,2})?';
  // One chain, each step once: what is not digits in the end is the empty text.
  const leading = sql`regexp_replace(regexp_replace(${closed}, '^\\((.*)\\)$', '-\\1'), '^(.*)-$', '-\\1')`;
  const signed = sql`regexp_extract(${leading}, ${`^[-+]?${digits}$`})`;
  return style === 'point' ? sql`replace(${signed}, ',', '')` : sql`replace(replace(${signed}, '.', ''), ',', '.')`;
}
