/**
 * A day as people write it (`1988-02-29`, `1988/02/29`, `29.02.1988`, `29/02/1988`, `02/29/1988`, `29-2-1988`; a time after it is passed over) as `YYYY-MM-DD`. Points part a day from its month, as the countries that write them do;
 * with other marks one of the two numbers has to be too large for a month. Undefined where either could be the month, and where there is no such day.
 */
export function dayOf(written: string): string | undefined {
  const [, day = ''] = /^(\S+?)(?:[T\s].*)?$/.exec(written.trim()) ?? [];
  const [, year = '', , ofYear = '', dayOfYear = ''] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(day) ?? [];
  if (year !== '') return dated(year, ofYear, dayOfYear);
  const [, first = '', mark = '', second = '', after = ''] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(day) ?? [];
  if (after === '') return undefined;
  if (mark === '.' || Number(first) > 12 || first === second) return dated(after, second, first);
  return Number(second) > 12 ? dated(after, first, second) : undefined;
}

function dated(year: string, month: string, day: string): string | undefined {
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${found}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(found) ? found : undefined;
}
