import { type Fragment, sql } from '../../sql/index.ts';

/** The rule of England's statistics office: a settlement of at least 10,000 people is urban. */
export const urbanOrRural = (population: Fragment): Fragment =>
  sql`case when try_cast(${population} as bigint) >= 10000 then 'urban' when try_cast(${population} as bigint) < 10000 then 'rural' end`;

/** Coarse bands by latitude, as a school atlas has them; mountains and coasts are not looked at. */
export function climateZone(latitude: Fragment): Fragment {
  const degrees = sql`abs(try_cast(${latitude} as double))`;
  return sql`case when ${degrees} <= 23.44 then 'tropical' when ${degrees} < 35 then 'subtropical' when ${degrees} < 60 then 'temperate'
    when ${degrees} < 66.56 then 'subpolar' when ${degrees} <= 90 then 'polar' end`;
}

/** Completed years on `today` (`2026-01-31`), as text; null outside 0 to 120. Born on 29 February, a year is completed on 1 March of common years. */
export function ageFromBirthday(birthday: Fragment, today: string): Fragment {
  const born = sql`try_cast(left(${birthday}, 10) as date)`;
  const years = sql`(${Number(today.slice(0, 4))} - year(${born}) - case when strftime(${born}, '%m-%d') <= ${today.slice(5)} then 0 else 1 end)`;
  return sql`case when ${years} between 0 and 120 then ${years}::VARCHAR end`;
}

/** From the year alone the age may be one too many. */
export function ageFromYear(year: Fragment, today: string): Fragment {
  const years = sql`(${Number(today.slice(0, 4))} - try_cast(try_cast(${year} as double) as integer))`;
  return sql`case when ${years} between 0 and 120 then ${years}::VARCHAR end`;
}

/** `en-GB` is English: the language alone is what segments ask for. Null for anything else. */
export const languageOfTag = (language: Fragment): Fragment =>
  sql`case when regexp_full_match(${language}, '[A-Za-z]{2,3}[-_][A-Za-z0-9_-]+') then lower(regexp_extract(${language}, '^[A-Za-z]+')) end`;

export const languageOfLocale = (locale: Fragment): Fragment =>
  sql`case when regexp_full_match(${locale}, '[A-Za-z]{2,3}([-_][A-Za-z0-9_.-]+)?') then lower(regexp_extract(${locale}, '^[A-Za-z]+')) end`;
