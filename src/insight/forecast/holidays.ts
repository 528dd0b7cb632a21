import type { PlainDate } from '../../core/index.ts';

/** Days and names of a country's public holidays. `country` is null where the rules for it are not known. */
export type Holidays = { readonly country: string | null; readonly on: ReadonlyMap<PlainDate, string> };

/** Public holidays from one year to another, both included; English names where there are. The rules come with the package, nothing is asked of anybody. */
export async function holidaysOf(country: string | undefined, fromYear: number, toYear: number): Promise<Holidays> {
  if (country === undefined) return { country: null, on: new Map() };
  // Its rules of all countries take a while to load: only a forecast pays for them.
  const { default: Rules } = await import('date-holidays');
  const rules = new Rules();
  if (!Object.hasOwn(rules.getCountries(), country.toUpperCase())) return { country: null, on: new Map() };
  rules.init(country.toUpperCase(), { types: ['public'] });
  const on = new Map<PlainDate, string>();
  for (let year = fromYear; year <= toYear; year += 1) {
    for (const { date, name, substitute } of rules.getHolidays(year, 'en')) if (substitute !== true) on.set(date.slice(0, 10), name);
  }
  return { country: country.toUpperCase(), on };
}
