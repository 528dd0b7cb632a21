import { wasm, type WasmFunction } from '../../../stats/index.ts';
import type { Gathering } from './gathering.ts';

const {
  f64,
  f64Absolute,
  f64Add,
  f64AtLeast,
  f64Below,
  f64Const,
  f64CopySign,
  f64Largest,
  f64Load,
  f64Multiply,
  f64Store,
  f64Subtract,
  f64Truncate,
  f64x2Add,
  f64x2Splat,
  get,
  grow,
  i32,
  i32Add,
  i32And,
  i32Const,
  i32Load,
  i32LoadByte,
  i32Multiply,
  i32ShiftLeft,
  i32ShiftRight,
  i32Subtract,
  i32x4Add,
  i64,
  i64AtLeast,
  i64Const,
  i64Load,
  select,
  set,
  steps,
  v128,
  v128And,
  v128Load,
  v128Or,
  v128Store,
  whileBelow,
} = wasm;

/** Where what facts are counted by lies in memory, in bytes. */
export type CountedFacts = {
  readonly profiles: number;
  readonly times: number;
  readonly cuts: readonly number[];
  /** Places of texts, a byte each, and how often each counts in a fact's code. */
  readonly texts: readonly { readonly at: number; readonly stride: number }[];
  readonly numbers: readonly CountedNumber[];
  /** What a fact of each code brings, row after row. */
  readonly lookUp: number;
};

export type CountedNumber = {
  readonly column: string;
  readonly at: number;
  /** A bit a fact: is it known? */
  readonly known: number;
  /** What it has to do with the code, if anything. */
  readonly decides: { readonly starts: readonly number[]; readonly stride: number } | undefined;
  /** Where the largest amount so far is kept, if it is summed. */
  readonly largest: number | undefined;
};

/** The function `count(facts, origin)`: so many facts are counted, one at least; a customer's row lies at `origin` and their number times the bytes of a row. */
export function countingCode(facts: CountedFacts, rows: Gathering): WasmFunction {
  const [end, origin, fact, code, brought, own, value, known, amount, whole, time, firstOfSums] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  const summed = facts.numbers.filter(({ largest }) => largest !== undefined);
  /** The amount of each summed column in both lanes, and the largest so far. */
  const lanesOf = ({ column }: { readonly column: string }): number => firstOfSums + summed.findIndex((each) => each.column === column);
  const largestOf = (each: CountedNumber): number => lanesOf(each) + summed.length;
  const eightBytes = [...get(fact), ...i32Const(3), i32ShiftLeft];

  const pieceOfTime = [
    ...(facts.cuts.length === 0 ? [] : [...eightBytes, ...i64Load(facts.times), ...set(time)]),
    ...i32Const(0),
    ...facts.cuts.flatMap((cut) => [...get(time), ...i64Const(BigInt(cut)), i64AtLeast, i32Add]),
    ...set(code),
  ];
  const inCode = (stride: number): wasm.Code => [...i32Const(stride), i32Multiply, ...get(code), i32Add, ...set(code)];
  const texts = facts.texts.flatMap(({ at, stride }) => [...get(fact), ...i32LoadByte(at), ...inCode(stride)]);

  const numbers = facts.numbers.flatMap((number) => [
    ...steps(get(fact), i32Const(3), i32ShiftRight, i32LoadByte(number.known)),
    ...steps(get(fact), i32Const(7), i32And, i32ShiftRight, i32Const(1), i32And, set(known)),
    ...steps(eightBytes, f64Load(number.at), set(value)),
    ...(number.decides === undefined
      ? []
      : [
          // What is no number is not below anything, as the engine orders it.
          ...i32Const(number.decides.starts.length + 1),
          ...number.decides.starts.flatMap((start) => [...get(value), ...f64Const(start), f64Below, i32Subtract]),
          ...steps(get(known), i32Multiply, inCode(number.decides.stride)),
        ]),
    ...(number.largest === undefined
      ? []
      : [
          // Whole ten-thousandths, halves away from nothing, as `round` of the engine has it.
          ...steps(get(value), f64Const(10_000), f64Multiply, set(amount), get(amount), f64Truncate, set(whole)),
          ...steps(get(whole), f64Const(1), get(amount), f64CopySign, f64Add, get(whole)),
          ...steps(get(amount), get(whole), f64Subtract, f64Absolute, f64Const(0.5), f64AtLeast, select, set(whole)),
          ...steps(get(whole), f64Const(0), get(known), select, set(whole)),
          ...steps(get(whole), f64Absolute, get(largestOf(number)), f64Largest, set(largestOf(number))),
          ...steps(get(whole), f64x2Splat, set(lanesOf(number))),
        ]),
  ]);

  const rowsOfBoth = [
    ...steps(get(code), i32Const(rows.bytes), i32Multiply, set(brought)),
    ...steps(get(origin), get(fact), i32Const(2), i32ShiftLeft, i32Load(facts.profiles), i32Const(rows.bytes), i32Multiply, i32Add, set(own)),
  ];
  const lane = (at: number, what: wasm.Code): wasm.Code => [
    ...get(own),
    ...get(own),
    ...v128Load(at),
    ...get(brought),
    ...v128Load(facts.lookUp + at),
    ...what,
    ...v128Store(at),
  ];
  const [firstSums = { from: rows.setsFrom }] = rows.sums;
  const counts = range(0, firstSums.from).flatMap((at) => lane(at, i32x4Add));
  const sums = rows.sums.flatMap((sum, index) =>
    range(sum.from, rows.sums[index + 1]?.from ?? rows.setsFrom).flatMap((at) => lane(at, [...get(lanesOf(sum)), ...v128And, ...f64x2Add])),
  );
  const sets = range(rows.setsFrom, rows.bytes).flatMap((at) => lane(at, v128Or));

  return {
    name: 'count',
    takes: [i32, i32],
    gives: [],
    locals: [i32, i32, i32, i32, f64, i32, f64, f64, i64, ...summed.map(() => v128), ...summed.map(() => f64)],
    body: [
      ...summed.flatMap((each) => [...i32Const(0), ...f64Load(each.largest), ...set(largestOf(each))]),
      ...whileBelow(fact, end, [...pieceOfTime, ...texts, ...numbers, ...rowsOfBoth, ...counts, ...sums, ...sets, ...grow(fact, 1)]),
      ...summed.flatMap((each) => [...i32Const(0), ...get(largestOf(each)), ...f64Store(each.largest)]),
    ],
  };
}

/** Where each lane begins. */
const range = (from: number, to: number): readonly number[] => Array.from({ length: (to - from) / 16 }, (_, index) => from + index * 16);
