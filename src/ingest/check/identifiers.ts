import { type Fragment, sql } from '../../sql/index.ts';

/**
 * An identifier without the damage that spreadsheets do: `17850.0` → `17850`, `'0123` → `0123`, `="0123"` → `0123`.
 * `value` is a cleaned cell. `9e+05` is how R writes 900000 and nothing else writes a number: spreadsheets keep that many digits, `%g` of C does so from 1e+06 on. Other scientific notation (`1.23E+11`) becomes NULL: its digits are lost, so it would join strangers.
 */
export function identifier(value: Fragment): Fragment {
  return sql`(case
    when not regexp_matches(${value}, '[.''"’+]') then nfc_normalize(${value})
    when regexp_full_match(${value}, '\\d+\\.0+') then split_part(${value}, '.', 1)
    when regexp_full_match(${value}, '[1-9]e\\+05') then ${value}[1] || '00000'
    when ${isScientific(value)} then null
    when regexp_full_match(${value}, '="[^"]*"') then nullif(trim(${value}[3:-2]), '')
    when regexp_matches(${value}, '^[''’]') then nullif(trim(${value}[2:]), '')
    else nfc_normalize(${value}) end)`;
}

export const isScientific = (value: Fragment): Fragment => sql`regexp_full_match(${value}, '\\d(\\.\\d+)?[eE]\\+\\d+')`;
