import { type Fragment, ident, join, literal, sql } from '../../../sql/index.ts';
import { growMemory, wasmFunctions, type WasmMemory } from '../../../stats/index.ts';
import type { NumberColumn, Warehouse } from '../../../warehouse/index.ts';
import { emptySet, type ProfileSet } from '../profile-set.ts';
import type { CodedColumn } from './columns.ts';
import { type CountedFacts, type CountedNumber, countingCode } from './counting-code.ts';
import type { CutTime } from './cut-time.ts';
import type { Gathering } from './gathering.ts';
import { type Judged, judgingCode } from './judging-code.ts';
import { fillLookUp, stridesOf } from './look-up.ts';

/** The facts of one kind, what decides about them, what is gathered of them, and the conditions on that. */
export type CodedWork = {
  readonly facts: Fragment;
  readonly columns: readonly CodedColumn[];
  readonly time: CutTime;
  readonly rows: Gathering;
  readonly conditions: readonly Judged[];
};

export type CountedVerdicts = {
  /** For each condition who passes it among all numbers up to the largest. */
  readonly sets: readonly ProfileSet[];
  /** Summed columns of which some customer's sum may not be exact. */
  readonly inexact: ReadonlySet<string>;
  /** Some fact has a text that was not known beforehand: nothing of this holds. */
  readonly otherTexts: boolean;
};

/** Rows of so many customers at most lie in memory at once; facts are read again for the others. Facts lie by customer, so each time most are passed over. */
const mostBytes = 128 * 2 ** 20;
/** What the engine hands over at once. */
const factsAtOnce = 2048;
/** Called again and again it is soon run as optimised code; a multiple of 32. */
const judgedAtOnce = 4096;
/** What can be added up exactly in a double. */
const mostExact = 2 ** 53;

type Functions = { readonly count: (facts: number, origin: number) => void; readonly judge: (from: number, end: number) => void };

/** Counts what all facts bring to each customer up to the largest number, and who passes the conditions on it. */
export async function countFacts(warehouse: Warehouse, memory: WasmMemory, work: CodedWork, largestProfile: number): Promise<CountedVerdicts> {
  const { facts, columns, time, rows, conditions } = work;
  const customers = Math.min(32 * Math.max(1, Math.floor(mostBytes / rows.bytes / 32)), 32 * Math.ceil((largestProfile + 1) / 32));
  const plan = planOf(work, customers);
  growMemory(memory, plan.end);
  new Uint8Array(memory.buffer, 0, plan.end).fill(0);
  const { counted } = plan;
  await fillLookUp(warehouse, rows, { columns, pieces: time.pieces }, new Uint32Array(memory.buffer, counted.lookUp, (plan.codes * rows.bytes) / 4));
  const judged = { rows: plan.customers, bytes: rows.bytes, verdicts: plan.verdicts, most: plan.most, others: plan.others };
  // The functions bear these names.
  const { count, judge } = wasmFunctions(memory, [countingCode(counted, rows), judgingCode(conditions, judged)]) as Functions;
  const take = taking(memory, counted);
  const selected = join([
    sql`profile`,
    ...(time.cuts.length === 0 ? [] : [ident(time.span.time)]),
    ...columns.flatMap((column) => (column.kind === 'text' ? [column.place] : [])),
    ...counted.numbers.map(({ column }) => ident(column)),
  ]);
  const sets = conditions.map(() => emptySet(largestProfile));
  const inexact = new Set<string>();
  for (let from = 0; from <= largestProfile; from += customers) {
    const size = Math.min(customers, largestProfile + 1 - from);
    if (from > 0) new Uint8Array(memory.buffer, plan.results, plan.end - plan.results).fill(0);
    await warehouse.numbers(sql`select ${selected} from ${facts} where profile between ${literal(from)} and ${literal(from + size - 1)}`, (found, length) => {
      take(found, length);
      count(length, (plan.customers - from * rows.bytes) | 0);
    });
    for (let first = 0; first < size; first += judgedAtOnce) judge(first, Math.min(first + judgedAtOnce, size));
    const [most = 0, others = 0] = [plan.most, plan.others].map((at) => new Uint32Array(memory.buffer, at, 1)[0]);
    if (others !== 0) return { sets, inexact, otherTexts: true };
    for (const { column, largest } of counted.numbers) {
      if (largest !== undefined && !(most * (new Float64Array(memory.buffer, largest, 1)[0] ?? 0) < mostExact)) inexact.add(column);
    }
    for (const [index, { words }] of sets.entries()) words.set(new Uint32Array(memory.buffer, plan.verdicts[index] ?? 0, Math.ceil(size / 32)), from / 32);
  }
  return { sets, inexact, otherTexts: false };
}

/** Where everything lies in memory, the results last. */
function planOf({ columns, time, rows, conditions }: CodedWork, customers: number) {
  let end = 0;
  const place = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / 16) * 16;
    return at;
  };
  const strides = stridesOf(columns, time.pieces);
  const summed = new Set(rows.sums.map(({ column }) => column));
  const deciding = new Map(
    columns.flatMap((each, index) => (each.kind === 'number' ? [[each.column, { starts: each.starts, stride: strides[index] ?? 0 }]] : [])),
  );
  const codes = columns.reduce((product, { size }) => product * size, time.pieces);
  const counted = {
    profiles: place(factsAtOnce * 4),
    times: place(factsAtOnce * 8),
    cuts: time.cuts,
    texts: columns.flatMap(({ kind }, index) => (kind === 'text' ? [{ at: place(factsAtOnce), stride: strides[index] ?? 0 }] : [])),
    lookUp: place(codes * rows.bytes),
  };
  const values = [...new Set([...deciding.keys(), ...summed])].map((column) => ({
    column,
    at: place(factsAtOnce * 8),
    known: place(factsAtOnce / 8),
    decides: deciding.get(column),
  }));
  const results = end;
  const numbers = values.map((each): CountedNumber => ({ ...each, largest: summed.has(each.column) ? place(8) : undefined }));
  const [most, others] = [place(4), place(4)];
  const verdicts = conditions.map(() => place(customers / 8));
  const rowsAt = place(customers * rows.bytes);
  return { counted: { ...counted, numbers } satisfies CountedFacts, codes, results, most, others, verdicts, customers: rowsAt, end };
}

/** Copies the engine's columns to where facts are counted. */
function taking({ buffer }: WasmMemory, facts: CountedFacts): (columns: readonly NumberColumn[], size: number) => void {
  type Target = { readonly values: { set: (from: never) => void }; readonly known?: BigUint64Array; hasUnknown: boolean };
  const targets: Target[] = [
    { values: new Int32Array(buffer, facts.profiles, factsAtOnce), hasUnknown: false },
    ...(facts.cuts.length === 0 ? [] : [{ values: new BigInt64Array(buffer, facts.times, factsAtOnce), hasUnknown: false }]),
    ...facts.texts.map(({ at }) => ({ values: new Uint8Array(buffer, at, factsAtOnce), hasUnknown: false })),
    ...facts.numbers.map(({ at, known }) => ({
      values: new Float64Array(buffer, at, factsAtOnce),
      known: new BigUint64Array(buffer, known, factsAtOnce / 64),
      hasUnknown: true,
    })),
  ];
  return (columns, size) => {
    if (size > factsAtOnce) throw new Error(`the engine handed over ${size} rows at once`);
    for (const [index, target] of targets.entries()) {
      const column = columns[index];
      if (column === undefined) throw new Error('the engine handed over too few columns');
      target.values.set(column.values as never);
      if (column.known !== undefined) target.known?.set(column.known);
      else if (target.hasUnknown) target.known?.fill(allKnown);
      target.hasUnknown = column.known !== undefined;
    }
  };
}

const allKnown = 0xffffffffffffffffn;
