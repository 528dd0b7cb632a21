import { countOf, personalName } from '../../core/index.ts';
import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Job } from '../context.ts';
import type { People } from './people.ts';

/** Customers that become one by an import are told: nobody should find out by looking for somebody who is gone. */
export async function peopleWarnings(job: Job, checked: Checked, people: People): Promise<readonly string[]> {
  return [...(await namesForIds(job, checked, people)), ...(await mergedCustomers(job))];
}

/** A column of names that was taken for customer ids: all who bear one name become one. */
async function namesForIds({ context }: Job, checked: Checked, people: People): Promise<readonly string[]> {
  const header = checked.fields.get('customer_id')?.header;
  const own = people.columns.find(({ namespace }) => namespace === 'customer_id');
  if (people.table === undefined || header === undefined || own === undefined) return [];
  const id = ident(own.column);
  // Of a million numbers only some are looked at.
  const some = await context.warehouse.row<{ share: number | null }>(
    sql`select avg(case when ${isName} then 1 else 0 end) as share from (select ${id} as id from ${ident(people.table)} where ${id} is not null limit 2000)`,
  );
  if ((some?.share ?? 0) < 0.5) return [];
  const others = people.columns.filter(({ namespace }) => namespace === 'email' || namespace === 'phone').map(({ column }) => ident(column));
  const told = others.length === 0 ? sql`0` : sql`greatest(${commas(others.map((other) => sql`count(distinct ${other})`))})`;
  const found = await context.warehouse.row<{ ids: number; names: number; shared: number; example: string | null }>(sql`
    with known as (select ${id} as id, ${told} as people from ${ident(people.table)} where ${id} is not null group by 1)
    select count(*) as ids, count(*) filter (${isName}) as names, count(*) filter (${isName} and people > 1) as shared, min(id) filter (${isName} and people > 1) as example from known`);
  if (found === undefined || found.names === 0 || found.names < found.ids / 2) return [];
  const several =
    found.shared === 0
      ? ''
      : ` Here ${countOf(found.shared, 'name', ['stands', 'stand'])} beside several e-mail addresses or phones${found.example === null ? '' : `, such as "${found.example}"`}.`;
  return [
    `"${header}" is read as the customer id, and ${found.names === found.ids ? 'its values are' : `${found.names} of its ${countOf(found.ids, 'value')} are`} names: all who bear the same name become one customer.${several} Choose customer name for it, unless no two customers bear one name.`,
  ];
}

const isName: Fragment = sql`regexp_full_match(id, ${personalName})`;
const commas = (parts: readonly Fragment[]): Fragment => parts.reduce((all, part) => sql`${all}, ${part}`);

const namespaceWords: Readonly<Record<string, string>> = {
  customer_id: 'customer id',
  email: 'e-mail address',
  phone: 'phone number',
  anonymous_id: 'anonymous id',
};

/** Several customers known before whom this import makes one. */
async function mergedCustomers({ context, run }: Job): Promise<readonly string[]> {
  const found = await context.warehouse.row<{ n: number; namespace: string | null; value: string | null }>(sql`
    select count(*) as n, min_by(namespace, merge) as namespace, min_by(value, merge) as value from merges where batch = ${run.batch}`);
  if (found === undefined || found.n === 0) return [];
  const { namespace, value } = found;
  const example = namespace === null || value === null ? '' : ` (for instance whoever has the ${namespaceWords[namespace] ?? `${namespace} id`} ${value})`;
  return [`${countOf(found.n, 'customer')} known so far ${found.n === 1 ? 'becomes' : 'become'} one with another${example}.`];
}
