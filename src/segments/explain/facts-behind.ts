import { formatInstant, type Instant } from '../../core/index.ts';
import { type Condition, type Facts, factRowsOf, type FactSource, type Moment } from '../../language/index.ts';
import { type Fragment, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** A fact that counts towards a condition: an order, a line, an event, a piece of feedback. */
export type DecidingFact = { readonly at: string; readonly kind: string; readonly id: string | null; readonly title: string | null };

const mostShown = 20;

/** The facts that a condition on facts counts for one customer, newest first. */
export async function factsBehind(
  warehouse: Warehouse,
  condition: Condition,
  moment: Moment,
  profile: number,
): Promise<{ readonly facts: readonly DecidingFact[]; readonly count: number }> {
  const sources = factsOf(condition);
  if (sources.length === 0) return { facts: [], count: 0 };
  const rows = join(
    sources.map((facts) => oneKind(facts, moment, profile)),
    ' union ',
  );
  const found = await warehouse.rows<{ at: Instant; kind: string; id: string | null; title: string | null; count: number }>(
    sql`select *, count(*) over () as count from (${rows}) order by "at" desc, id limit ${mostShown}`,
  );
  return { facts: found.map(({ at, kind, id, title }) => ({ at: formatInstant(at), kind, id, title })), count: found[0]?.count ?? 0 };
}

function factsOf(condition: Condition): readonly Facts[] {
  switch (condition.kind) {
    case 'not':
      return factsOf(condition.of);
    case 'compare':
      return condition.left.kind === 'attribute' ? [] : [condition.left.facts];
    case 'sequence':
      return condition.steps.map(({ facts }, index) => (index === 0 && condition.window !== undefined ? { ...facts, window: condition.window } : facts));
    default:
      return [];
  }
}

function oneKind(facts: Facts, moment: Moment, profile: number): Fragment {
  const { table, time, where } = factRowsOf(facts, moment);
  const { id, title } = shown(facts.of);
  return sql`select ${time} as "at", ${kindOf(facts.of)} as kind, ${id} as id, ${title} as title from ${table} where ${where} and profile = ${profile}`;
}

const kindOf = (source: FactSource): string => (source.kind === 'event' ? source.name : source.kind.replace(/s$/, ''));

function shown({ kind }: FactSource): { readonly id: Fragment; readonly title: Fragment } {
  switch (kind) {
    case 'orders':
    case 'returns':
      return { id: sql`order_id`, title: sql`concat_ws(' ', cast(round(total, 2) as varchar), currency)` };
    case 'items':
      return { id: sql`order_id`, title: sql`coalesce(name, product_id)` };
    case 'reviews':
    case 'tickets':
    case 'surveys':
      return { id: sql`record_id`, title: sql`coalesce(subject, left(text, 80))` };
    case 'event':
      return { id: sql`cast(record as varchar)`, title: sql`coalesce(product, page, campaign, category)` };
  }
}
