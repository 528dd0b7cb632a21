import { type Fragment, sql } from '../../sql/index.ts';

/** Lower-cased address out of a cleaned cell; `Ann <ann@example.com>` and `mailto:` are understood. NULL when it is none. */
export function email(value: Fragment): Fragment {
  const address = sql`lower(nfc_normalize(case when ${value}[-1] = '>' then regexp_extract(${value}, '<([^<>]*)>$', 1) when starts_with(${value}, 'mailto:') then ${value}[8:] when starts_with(${value}, '''') then ${value}[2:] else ${value} end))`;
  return sql`(case when length(${address}) <= 254 and regexp_full_match(${address}, ${pattern}) and not contains(${address}, '..') then ${address} end)`;
}

/** One `@`, no blanks or brackets, a domain with a dot whose last part has two letters or more. */
const pattern =
  '[^\\s@,;:<>()\\[\\]"\\\\.\\p{Cc}][^\\s@,;:<>()\\[\\]"\\\\\\p{Cc}]{0,63}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?\\.[\\p{L}][\\p{L}\\p{N}-]*[\\p{L}\\p{N}]';
