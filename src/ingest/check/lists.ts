import { type Fragment, sql } from '../../sql/index.ts';

/** `;` where it separates more cells of the sample than `,` does. */
export function listSeparator(sample: readonly string[]): string {
  const count = (mark: string) => sample.filter((text) => text.includes(mark)).length;
  return count(';') > count(',') ? ';' : ',';
}

/** VARCHAR[] out of a cleaned cell: a JSON array, or parts between separators, without quotes, blanks and empty parts. */
export function listOf(value: Fragment, separator: string): Fragment {
  const parts = sql`(case when ${value}[1] = '[' and json_valid(${value}) and json_type(${value}) = 'ARRAY' then from_json(${value}, '["VARCHAR"]') else string_split(${value}, ${separator}) end)`;
  const clean = sql`list_filter(list_transform(${parts}, lambda part: nfc_normalize(trim(part, ' 	"'))), lambda part: part <> '')`;
  // list_distinct forgets the order; the first of equal parts stays here.
  return sql`nullif(list_reduce(list_prepend(cast([] as VARCHAR[]), list_transform(${clean}, lambda part: [part])), lambda all_parts, part: case when list_contains(all_parts, part[1]) then all_parts else all_parts || part end), cast([] as VARCHAR[]))`;
}
