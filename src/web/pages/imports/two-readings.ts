/** The two ways to read `03/04/2026`, as days at midnight UTC: day first, month first. Undefined when it can not be both. */
export function twoDates(example: string): { readonly dmy: Date; readonly mdy: Date } | undefined {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(example.trim()) ?? [];
  const [a, b] = [Number(first), Number(second)];
  if (a < 1 || b < 1 || a > 12 || b > 12) return undefined;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return { dmy: new Date(Date.UTC(full, b - 1, a)), mdy: new Date(Date.UTC(full, a - 1, b)) };
}

/** Which of the two ways make a day that the calendar has: `31/04/2026` is none either way, `31/05/2026` one day first. */
export function possibleDates(example: string): readonly ('dmy' | 'mdy')[] {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(example.trim()) ?? [];
  const isDay = (day: number, month: number): boolean => {
    const found = new Date(Date.UTC(2000 + (Number(year) % 400), month - 1, day));
    return day > 0 && found.getUTCDate() === day && found.getUTCMonth() === month - 1;
  };
  const [a, b] = [Number(first), Number(second)];
  return [...(isDay(a, b) ? (['dmy'] as const) : []), ...(isDay(b, a) ? (['mdy'] as const) : [])];
}

/** The two ways to read `1,234`: with the mark between thousands, and with it before the decimals. Undefined when it can not be both. */
export function twoNumbers(example: string): { readonly point: number; readonly comma: number } | undefined {
  const [, whole = '', mark = '', rest = ''] = /(\d{1,3})([.,])(\d{3})(?!\d)/.exec(example) ?? [];
  if (mark === '') return undefined;
  const [thousands, decimals] = [Number(`${whole}${rest}`), Number(`${whole}.${rest}`)];
  return mark === ',' ? { point: thousands, comma: decimals } : { point: decimals, comma: thousands };
}
