import type { ColumnMapping, Mapping } from '../contract/index.ts';
import type { App } from './open.ts';
import type { KeptMapping } from './kept-import.ts';

/** So many imports back. */
const most = 20;

/**
 * The mapping with a word where the newest import of a file of just these columns, from this source, read some of them otherwise because somebody had said so
 * (`--map`): told once and forgotten the next time, every record would be changed back to a guess without a word.
 */
export async function sayingWhatWasRead(app: App, mapping: Mapping): Promise<Mapping> {
  const rows = await app.control
    .selectFrom('imports')
    .select(['id', 'mapping'])
    .where('status', '=', 'done')
    .where('source', '=', mapping.source)
    .where('kind', '=', mapping.kind)
    .orderBy('batch', 'desc')
    .limit(most)
    .execute();
  const headers = headersOf(mapping.columns);
  for (const { id, mapping: text } of rows) {
    const { columns } = (JSON.parse(text) as KeptMapping).mapping;
    if (headersOf(columns) !== headers) continue;
    const said = new Map(columns.filter(({ reason }) => reason === '--map').map((column) => [column.header, column.field]));
    const otherwise = mapping.columns.flatMap(({ header, field }) => {
      const before = said.get(header);
      return before === undefined || before === field ? [] : [`--map "${header}=${before}"`];
    });
    if (otherwise.length === 0) return mapping;
    const warning = `Import ${id} read a file of these columns with ${otherwise.join(' ')}, which was not said this time: what it recorded is changed to what is guessed now. Say it again, or keep it with --save-mapping FILE and --mapping FILE.`;
    return { ...mapping, warnings: [...(mapping.warnings ?? []), warning] };
  }
  return mapping;
}

const headersOf = (columns: readonly ColumnMapping[]): string => JSON.stringify(columns.map(({ header }) => header).toSorted());
