import { type AggregateQuery, fragmentKey } from '../../../language/index.ts';
import { type Fragment, ident, join, literal, sql } from '../../../sql/index.ts';
import type { CodedColumn } from './columns.ts';
import type { CutTime } from './cut-time.ts';
import type { Largest } from './largest.ts';
import { packCounts } from './pack-counts.ts';
import { packSums, type Sum } from './pack-sums.ts';
import { packValues, type Values } from './pack-values.ts';
import { numbered } from './packed.ts';

/** What the facts of one kind are read for: the aggregates, the columns that decide them, the pieces of time and what a customer has at most. */
export type CodedWork = {
  readonly aggregates: readonly AggregateQuery[];
  readonly columns: readonly CodedColumn[];
  readonly time: CutTime;
  readonly largest: Largest;
  readonly facts: Fragment;
};

export type CodedQuery = {
  /** A row for each code: what a fact of that code gives to each number. */
  readonly lookUp: Fragment;
  /** A row for each customer, the aggregates as columns. */
  readonly values: (lookUpTable: Fragment) => Fragment;
  /** The column of each aggregate, by its key. */
  readonly names: ReadonlyMap<string, Fragment>;
};

/**
 * Whatever decides about a fact, its piece of time and its values in a few columns, becomes one number, its code. Conditions are asked of
 * one row for each code, by the same SQL that asks them of facts; each fact then only brings what was found for its code.
 */
export function codedQuery({ aggregates, columns, time, largest, facts }: CodedWork): CodedQuery {
  const picks = new Map<string, Fragment>();
  const picked = ({ facts: { extra, from, to } }: AggregateQuery, also?: Fragment): Fragment => {
    const tests = [extra, time.within({ from, to }), also].filter((test) => test !== undefined);
    const test = tests.length === 0 ? sql`true` : join(tests, ' and ');
    picks.set(fragmentKey(test), test);
    return numbered('p', [...picks.keys()].indexOf(fragmentKey(test)));
  };
  const counts: Fragment[] = [];
  const sums: Sum[] = [];
  const sets: Values[] = [];
  /** The place of what is asked for among others of its kind. */
  const place = <T>(all: T[], one: T): number => all.push(one) - 1;
  const asked = aggregates.map((aggregate): ((found: Found) => Fragment) => {
    const { gathers } = aggregate;
    switch (gathers?.kind) {
      case 'sum': {
        const sum = place(sums, { amount: gathers.amount, pick: picked(aggregate) });
        return (found) => gathers.value(found.sums[sum] ?? nothing);
      }
      case 'mean': {
        const sum = place(sums, { amount: gathers.amount, pick: picked(aggregate) });
        const known = place(counts, picked(aggregate, sql`${ident(gathers.column)} is not null`));
        return (found) => gathers.value(found.sums[sum] ?? nothing, found.counts[known] ?? nothing);
      }
      case 'values': {
        const set = place(sets, { operand: gathers.operand, pick: picked(aggregate) });
        return (found) => found.sets[set] ?? nothing;
      }
      default: {
        const count = place(counts, picked(aggregate));
        return (found) => found.counts[count] ?? nothing;
      }
    }
  });
  const packed = { counts: packCounts(counts, largest.facts), sums: packSums(sums, largest), sets: packValues(sets) };
  const parts = [packed.counts, packed.sums, packed.sets];
  const { code, codes } = coding(columns, time);
  const found = { counts: packed.counts.values, sums: packed.sums.values, sets: packed.sets.values };
  const names = aggregates.map((_, index) => numbered('v', index));
  const tested = [...picks.values()].map((test, index) => sql`coalesce(${test}, false) as ${numbered('p', index)}`);
  return {
    lookUp: sql`select ${join([sql`code`, ...parts.flatMap(({ lookedUp }) => lookedUp)])} from (select ${join([sql`code`, ...tested, ...packed.sets.ranks])} from ${codes})`,
    values: (table) => sql`
      select ${join([sql`profile`, ...asked.map((value, index) => sql`${value(found)} as ${names[index] ?? nothing}`)])}
      from (
        select ${join([sql`profile`, ...parts.flatMap(({ added }) => added)])}
        from (select ${join([sql`profile`, sql`${code} as code`, ...parts.flatMap(({ brought }) => brought)])} from ${facts}) join ${table} using (code)
        group by profile
      )`,
    names: new Map(aggregates.map(({ key }, index) => [key, names[index] ?? nothing])),
  };
}

type Found = { readonly counts: readonly Fragment[]; readonly sums: readonly Fragment[]; readonly sets: readonly Fragment[] };

const nothing = sql`0`;

/** The code of a fact, over the facts, and all codes with an example of each. */
function coding(columns: readonly CodedColumn[], time: CutTime): { readonly code: Fragment; readonly codes: Fragment } {
  let code = time.piece;
  let place = sql`piece`;
  let size = time.pieces;
  const tables = [sql`(select cast(range as integer) as piece from range(${literal(time.pieces)}))`];
  for (const [index, column] of columns.entries()) {
    const name = numbered('e', index);
    code = sql`${code} + ${literal(size)} * (${column.place})`;
    place = sql`${place} + ${literal(size)} * ${name}.place`;
    tables.push(sql`(${column.examples}) as ${name}`);
    size *= column.size;
  }
  return { code: sql`cast(${code} as integer)`, codes: sql`(select cast(${place} as integer) as code, * from ${join(tables)})` };
}
