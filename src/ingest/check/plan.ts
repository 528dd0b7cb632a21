import { type ColumnMapping, type FieldType, fieldOf, type Kind, type Mapping, type Staged } from '../../contract/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** A field as the checked table holds it: column `column` of type `shape`, read from one or more columns of the source or from a constant. */
export type PlannedField = {
  /** Field of the kind, `id:NAMESPACE`, or the custom name. */
  readonly name: string;
  readonly custom: boolean;
  readonly type: FieldType;
  readonly required: boolean;
  readonly column: string;
  readonly header: string;
  readonly sources: readonly { readonly header: string; readonly index: number }[];
  readonly constant: string | undefined;
  readonly dateOrder: ColumnMapping['dateOrder'];
  /** Non-blank cells of the sample, trimmed; several sources are joined by a blank for instants. */
  readonly sample: readonly string[];
};

const sampleSize = 4000;
const slices = 8;

/** Which fields the mapping asks for, in the order of the file, with a sample of their cells. */
export async function planFields(warehouse: Warehouse, staged: Staged, mapping: Mapping): Promise<readonly PlannedField[]> {
  const drafts = draftFields(staged, mapping);
  const samples = await takeSamples(warehouse, staged, drafts);
  return drafts.map((draft, index) => ({ ...draft, column: `f${index}`, sample: samples.get(draft.name) ?? [] }));
}

type Draft = Omit<PlannedField, 'column' | 'sample'>;

function draftFields(staged: Staged, mapping: Mapping): readonly Draft[] {
  const drafts = new Map<string, Draft>();
  for (const column of mapping.columns) {
    const index = staged.headers.indexOf(column.header);
    if (index < 0 || column.field === 'ignore') continue;
    const custom = column.field === 'custom';
    const name = custom ? (column.name ?? column.header) : column.field;
    const key = custom ? `custom:${name}` : name;
    const known = drafts.get(key);
    const source = { header: column.header, index };
    if (known !== undefined) drafts.set(key, { ...known, sources: [...known.sources, source], header: `${known.header}, ${column.header}` });
    else
      drafts.set(key, {
        ...fieldShape(mapping.kind, name, custom),
        header: column.header,
        sources: [source],
        constant: undefined,
        dateOrder: column.dateOrder,
      });
  }
  for (const [name, value] of Object.entries(mapping.options.constants ?? {})) {
    if (!drafts.has(name))
      drafts.set(name, {
        ...fieldShape(mapping.kind, name, fieldOf(mapping.kind, name) === undefined),
        header: name,
        sources: [],
        constant: value,
        dateOrder: undefined,
      });
  }
  return [...drafts.values(), ...keyFields(staged, mapping)];
}

/** Columns that make an id or mark a return are checked beside the mapped ones: `key:HEADER`, `who:HEADER` and `mark`. */
function keyFields(staged: Staged, mapping: Mapping): readonly Draft[] {
  const hidden = (name: string, header: string, type: FieldType): readonly Draft[] => {
    const index = staged.headers.indexOf(header);
    if (index < 0) return [];
    return [{ name, custom: false, type, required: false, header, sources: [{ header, index }], constant: undefined, dateOrder: undefined }];
  };
  const { orderIdFrom = [], customerIdFrom = [], returnWhen } = mapping.options;
  return [
    ...orderIdFrom.flatMap((header) => hidden(`key:${header}`, header, 'identifier')),
    ...customerIdFrom.flatMap((header) => hidden(`who:${header}`, header, 'identifier')),
    ...(returnWhen === undefined ? [] : hidden('mark', returnWhen.header, 'text')),
  ];
}

function fieldShape(kind: Kind, name: string, custom: boolean): Pick<Draft, 'name' | 'custom' | 'type' | 'required'> {
  if (custom) return { name, custom, type: 'text', required: false };
  if (name.startsWith('id:')) return { name, custom, type: 'identifier', required: false };
  const known = fieldOf(kind, name);
  return { name, custom: known === undefined, type: known?.type ?? 'text', required: known?.required ?? false };
}

async function takeSamples(warehouse: Warehouse, staged: Staged, drafts: readonly Draft[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = drafts.filter((draft) => draft.type !== 'text' && draft.type !== 'identifier' && draft.type !== 'email' && draft.sources.length > 0);
  if (wanted.length === 0) return new Map();
  const columns = wanted.map((draft, index) => sql`${joinedRaw(draft)} as ${ident(`s${index}`)}`);
  const slices = await slicesOf(warehouse, staged);
  const parts = slices.map((where) => sql`select ${join(columns)} from ${ident(staged.table)} s ${where}`);
  await warehouse.run(sql`create or replace temp table ingest_sample as ${join(parts, ' union all ')}`);
  const rows = await warehouse.rows(sql`select * from ingest_sample`);
  return new Map(
    wanted.map((draft, index) => [
      draft.name,
      rows
        .map((row) => row[`s${index}`])
        .filter((text): text is string => typeof text === 'string')
        .map((text) => text.trim())
        .filter((text) => text !== ''),
    ]),
  );
}

/** A small source whole; of a large one, slices from all over it, found by their line so that the rest is not read. */
async function slicesOf(warehouse: Warehouse, staged: Staged): Promise<readonly Fragment[]> {
  if (staged.rows <= 2 * sampleSize) return [sql``];
  const span = await warehouse.row<{ first: number; last: number }>(sql`select min(line) as first, max(line) as last from ${ident(staged.table)}`);
  const { first = 1, last = 1 } = span ?? {};
  const width = Math.ceil(((last - first + 1) * (sampleSize / slices)) / staged.rows);
  return Array.from({ length: slices }, (_, index) => {
    const from = Math.floor(first + ((last - first + 1 - width) * index) / (slices - 1));
    return sql`where line >= ${from} and line < ${from + width}`;
  });
}

const joinedRaw = (draft: Draft): Fragment => {
  const cells = draft.sources.map(({ index }) => sql`nullif(trim(${ident('s', `c${index}`)}), '')`);
  return draft.type === 'instant' || draft.type === 'date' ? sql`concat_ws(' ', ${join(cells)})` : sql`coalesce(${join([...cells, sql`null`])})`;
};
