import type { ImportReport, Staged } from '../../contract/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from './check-rows.ts';

/** As many words as a person answers for. */
const mostWords = 12;

/** Per column of yes and no, the words that were not understood, so that somebody may say what they mean; `warnings` are those of `dropWarnings`. */
export async function unreadWords(
  warehouse: Warehouse,
  staged: Staged,
  checked: Checked,
  warnings: ReadonlyMap<number, string>,
): Promise<NonNullable<ImportReport['unread_words']>> {
  const found: NonNullable<ImportReport['unread_words']>[number][] = [];
  // Where no cell was left out the staged rows may be gone; see `releaseStaged`.
  for (const [bit, warning] of warnings) {
    const field = checked.drops[bit]?.field;
    if (field === undefined || (field.type !== 'consent' && field.type !== 'boolean') || field.sources.length === 0) continue;
    const rows = await warehouse.rows<{ word: string; rows: number }>(wordsOf(staged, field.sources, bit));
    if (rows.length > 0) found.push({ column: field.header, warning, words: rows.slice(0, mostWords), further: Math.max(0, rows.length - mostWords) });
  }
  return found;
}

function wordsOf(staged: Staged, sources: readonly { readonly index: number }[], bit: number): Fragment {
  const cell = sql`coalesce(${join(sources.map(({ index }) => sql`nullif(trim(${ident('s', `c${index}`)}), '')`))})`;
  return sql`
    select left(min(${cell}), 200) as word, count(*) as rows
    from ingest_checked c join ${ident(staged.table)} s using (line)
    where c.reject is null and (c.dropped // ${2n ** BigInt(bit)}) % 2 = 1
    group by lower(${cell}) order by rows desc, word limit 200`;
}
