import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Identity, Job } from '../context.ts';

/** Who is behind the records of a batch. `table` has one VARCHAR column per namespace with `identifier` and `profile`. */
export type People = {
  readonly columns: readonly { readonly namespace: string; readonly column: string }[];
  readonly table: string | undefined;
  readonly touchedTable: string | null;
  readonly created: number;
  readonly touched: number;
};

/** A column of identifiers: the namespace, the field that fills it, and its name in the table handed to identity. */
export type IdentityColumns = readonly { readonly namespace: string; readonly field: string; readonly column: string }[];

/** The identifiers that the source gives, strongest first: customer id, ids of other systems, e-mail, phone, anonymous id. */
export function identityColumns(checked: Checked): IdentityColumns {
  const others = [...checked.fields.keys()].filter((name) => name.startsWith('id:'));
  const all = [...checked.fields.keys()];
  const names = ['customer_id', ...others, 'email', 'phone', 'anonymous_id'].flatMap((name) =>
    all.filter((each) => each === name || (!name.startsWith('id:') && each.startsWith(`${name}#`))),
  );
  return names.map((field, index) => ({ namespace: namespaceOf(field), field, column: `k${index}` }));
}

/** `id:shop` is of the namespace `shop`; `email#2` is the second of one record. */
const namespaceOf = (field: string): string => (field.startsWith('id:') ? field.slice(3) : field).replace(/#\d+$/, '');

/** Resolves the combinations in `table` (columns `k0`, `k1` …). */
export async function resolvePeople(job: Job, identity: Identity, table: string, columns: People['columns']): Promise<People> {
  if (columns.length === 0) return { columns, table: undefined, touchedTable: null, created: 0, touched: 0 };
  const { context, mapping, run, at } = job;
  const resolved = await identity.resolve(context.warehouse, { table, columns, batch: run.batch, source: mapping.source, at, decisions: context.decisions });
  return { columns, table: resolved.table, touchedTable: resolved.touchedTable, created: resolved.created, touched: resolved.touched };
}

/** `left join` of the people to the rows of `alias`, as `p`. One column joins by plain equality, which is quicker. */
export function joinPeople(people: People, alias: string): Fragment {
  if (people.table === undefined) return sql`cross join (select cast(null as INTEGER) as identifier, cast(null as INTEGER) as profile) p`;
  const same = people.columns.length === 1 ? sql` = ` : sql` is not distinct from `;
  const on = people.columns.map(({ column }) => sql`${ident('p', column)}${same}${ident(alias, column)}`);
  return sql`left join ${ident(people.table)} p on ${join(on, ' and ')}`;
}
