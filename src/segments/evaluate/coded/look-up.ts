import { type Fragment, ident, join, literal, sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { verdictsOfWord, wordsOf } from '../travelling-words.ts';
import type { CodedColumn } from './columns.ts';
import type { Gathering } from './gathering.ts';

/** How often each column's place counts in a code, after the pieces of time. */
export function stridesOf(columns: readonly CodedColumn[], pieces: number): readonly number[] {
  let codes = pieces;
  return columns.map(({ size }) => {
    const stride = codes;
    codes *= size;
    return stride;
  });
}

/**
 * Writes what a fact of each code brings. Conditions are asked of one row for each code, an example of it, by the same SQL that asks them of facts.
 * `into` is memory of zeros, a row of `rows.bytes` for each code.
 */
export async function fillLookUp(
  warehouse: Warehouse,
  rows: Gathering,
  { columns, pieces }: { readonly columns: readonly CodedColumn[]; readonly pieces: number },
  into: Uint32Array,
): Promise<void> {
  const step = rows.bytes / 4;
  // Of a text without an example nothing is known; all other codes have their row.
  for (let at = 0; at < into.length; at += step) into[at + 1] = 1;
  const picked = rows.picks.map((test, index) => sql`coalesce(${test}, false) as ${name('p', index)}`);
  const tests = sql`select ${join([sql`code`, ...picked])} from ${codes(columns, pieces)}`;
  const words = wordsOf(rows.picks.map((_, index) => name('p', index)));
  const brought = broughtByPick(rows, await ranksOf(warehouse, rows.operands, columns, pieces));
  await warehouse.numbers(sql`select code, ${words} from (${tests})`, ([codesOf, ...wordsOfCodes], count) => {
    for (let row = 0; row < count; row += 1) {
      const code = Number(codesOf?.values[row]);
      into.set([1, 0], code * step);
      for (const [word, { values }] of wordsOfCodes.entries()) {
        for (let left = Number(values[row]); left !== 0; left &= left - 1) {
          const pick = word * verdictsOfWord + 31 - Math.clz32(left & -left);
          for (const write of brought[pick] ?? []) write(into, code * step, code);
        }
      }
    }
  });
}

/** For each operand the number of its value over a code's example, 0 where it is unknown; equal values have one number. */
async function ranksOf(
  warehouse: Warehouse,
  operands: Gathering['operands'],
  columns: readonly CodedColumn[],
  pieces: number,
): Promise<readonly ((code: number) => number)[]> {
  const strides = stridesOf(columns, pieces);
  return Promise.all(
    operands.map(async ({ operand, column }) => {
      const index = columns.findIndex((each) => each.column === column);
      const { examples = sql``, size = 1 } = columns[index] ?? {};
      const stride = strides[index] ?? 1;
      const found = await warehouse.rows<{ place: number; value: string | null }>(sql`select place, ${operand} as value from (${examples})`);
      const values = new Map<string, number>();
      const ranks: number[] = [];
      for (const { place, value } of found) {
        if (value !== null && !values.has(value)) values.set(value, values.size + 1);
        ranks[place] = value === null ? 0 : (values.get(value) ?? 0);
      }
      return (code) => ranks[Math.floor(code / stride) % size] ?? 0;
    }),
  );
}

const name = (kind: string, index: number): Fragment => ident(`${kind}${index}`);

type Write = (into: Uint32Array, row: number, code: number) => void;

/** What is written where facts of a code are picked, for each pick. */
function broughtByPick(rows: Gathering, ranks: readonly ((code: number) => number)[]): readonly (readonly Write[])[] {
  const found: Write[][] = rows.picks.map(() => []);
  const whole = 0xffffffff;
  for (const { at, pick } of rows.counts) found[pick]?.push((into, row) => (into[row + at / 4] = 1));
  for (const { picked } of rows.sums) {
    for (const { at, pick } of picked) found[pick]?.push((into, row) => into.fill(whole, row + at / 4, row + at / 4 + 2));
  }
  for (const { at, pick, operand } of rows.sets) {
    found[pick]?.push((into, row, code) => {
      const bit = (ranks[operand]?.(code) ?? 0) - 1;
      if (bit >= 0) into[row + at / 4 + (bit >>> 5)] = 1 << (bit & 31);
    });
  }
  return found;
}

/** All codes with an example of each. */
function codes(columns: readonly CodedColumn[], pieces: number): Fragment {
  const strides = stridesOf(columns, pieces);
  const code = join([sql`piece`, ...columns.map((_, index) => sql`${literal(strides[index] ?? 0)} * ${name('e', index)}.place`)], ' + ');
  const tables = [
    sql`(select cast(range as integer) as piece from range(${literal(pieces)}))`,
    ...columns.map(({ examples }, index) => sql`(${examples}) as ${name('e', index)}`),
  ];
  return sql`(select cast(${code} as integer) as code, * from ${join(tables)})`;
}
