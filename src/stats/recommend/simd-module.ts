import {
  type Code,
  f32,
  f32Load,
  f32Store,
  get,
  grow,
  i32,
  i32Add,
  i32Const,
  i32Load,
  i32Multiply,
  i32ShiftLeft,
  select,
  set,
  v128,
  v128Load,
  v128Store,
  whileBelow,
} from '../webassembly/code.ts';
import { type WasmFunction, wasmFunctions, type WasmMemory } from '../webassembly/module.ts';

/**
 * A few sums over rows of 32-bit floats as WebAssembly with its 128-bit lanes, which JavaScript alone can not use: four numbers at once, over rows of one length, a multiple of sixteen numbers. Put together
 * for that length, so that no loop has to count through a row.
 */
export type SimdSums = {
  /** Sum of a[i] · b[i]. */
  readonly dot: (a: number, b: number) => number;
  /** y += by · x. */
  readonly add: (by: number, x: number, y: number) => void;
  /** y = x + by · y. */
  readonly turn: (by: number, x: number, y: number) => void;
  /** into = matrix · v, for as many rows as a row has numbers. */
  readonly multiply: (matrix: number, v: number, into: number) => void;
  /** gram += rowᵀ row, for `count` rows that lie one after the other. */
  readonly gram: (rows: number, count: number, gram: number) => void;
  /** Over entries (places of rows at `places`, weights at `weights`): into += s · row, where s is trust · dot(row, v) or, at the start, 1 + trust − that; trust is alpha · weight. */
  readonly pass: (places: number, weights: number, count: number, rows: number, v: number, into: number, alpha: number, start: number) => void;
};

/** `bytes` of a row: four times its numbers, a multiple of 64. */
export function simdSums(memory: WasmMemory, bytes: number): SimdSums {
  // The module exports what `functionsFor` names, with these very signatures.
  return wasmFunctions(memory, functionsFor(bytes)) as SimdSums;
}

const f32Add = 0x92;
const f32Subtract = 0x93;
const f32Multiply = 0x94;
const splat: Code = [0xfd, 0x13];
const lane = (place: number): Code => [0xfd, 0x1f, place];
const [add, multiply]: readonly [Code, Code] = [
  [0xfd, 0xe4, 0x01],
  [0xfd, 0xe6, 0x01],
];
const one: Code = [0x43, 0x00, 0x00, 0x80, 0x3f];

/** Where each four numbers of a row begin. */
const offsetsOf = (bytes: number): readonly number[] => Array.from({ length: bytes / 16 }, (_, place) => 16 * place);

/** Leaves the dot product of the rows at two locals; `sums` are four locals of lanes, which do not wait for each other. */
const dotOf = (a: number, b: number, bytes: number, sums: readonly number[]): Code => [
  ...offsetsOf(bytes).flatMap((offset, place) => {
    const sum = sums[place % sums.length] ?? 0;
    const product = [...get(a), ...v128Load(offset), ...get(b), ...v128Load(offset), ...multiply];
    return place < sums.length ? [...product, ...set(sum)] : [...get(sum), ...product, ...add, ...set(sum)];
  }),
  ...sums.flatMap((sum, place) => [...get(sum), ...(place === 0 ? [] : add)]),
  ...set(sums[0] ?? 0),
  ...[0, 1, 2, 3].flatMap((place) => [...get(sums[0] ?? 0), ...lane(place), ...(place === 0 ? [] : [f32Add])]),
];

/** The row at y = that at first + factor · that at second; the factor is a local of lanes. */
const combine = (y: number, first: number, second: number, factor: number, bytes: number): Code =>
  offsetsOf(bytes).flatMap((offset) => [
    ...get(y),
    ...get(first),
    ...v128Load(offset),
    ...get(second),
    ...v128Load(offset),
    ...get(factor),
    ...multiply,
    ...add,
    ...v128Store(offset),
  ]);

const functionsFor = (bytes: number): readonly (WasmFunction & { readonly name: keyof SimdSums })[] => [
  { name: 'dot', takes: [i32, i32], gives: [f32], locals: [v128, v128, v128, v128], body: dotOf(0, 1, bytes, [2, 3, 4, 5]) },
  { name: 'add', takes: [f32, i32, i32], gives: [], locals: [v128], body: [...get(0), ...splat, ...set(3), ...combine(2, 2, 1, 3, bytes)] },
  { name: 'turn', takes: [f32, i32, i32], gives: [], locals: [v128], body: [...get(0), ...splat, ...set(3), ...combine(2, 1, 2, 3, bytes)] },
  {
    name: 'multiply',
    takes: [i32, i32, i32],
    gives: [],
    // end of the result, lanes
    locals: [i32, v128, v128, v128, v128],
    body: [
      ...get(2),
      ...i32Const(bytes),
      i32Add,
      ...set(3),
      ...whileBelow(2, 3, [...get(2), ...dotOf(0, 1, bytes, [4, 5, 6, 7]), ...f32Store(), ...grow(0, bytes), ...grow(2, 4)]),
    ],
  },
  {
    name: 'gram',
    takes: [i32, i32, i32],
    gives: [],
    // end of the rows, own number, its end, own row of the gram, lanes
    locals: [i32, i32, i32, i32, v128],
    body: [
      ...get(0),
      ...get(1),
      ...i32Const(bytes),
      i32Multiply,
      i32Add,
      ...set(3),
      ...whileBelow(0, 3, [
        ...get(0),
        ...set(4),
        ...get(0),
        ...i32Const(bytes),
        i32Add,
        ...set(5),
        ...get(2),
        ...set(6),
        ...whileBelow(4, 5, [...get(4), ...f32Load(), ...splat, ...set(7), ...combine(6, 6, 0, 7, bytes), ...grow(6, bytes), ...grow(4, 4)]),
        ...get(5),
        ...set(0),
      ]),
    ],
  },
  {
    name: 'pass',
    takes: [i32, i32, i32, i32, i32, i32, f32, i32],
    gives: [],
    // row, end of the places, trust, trust · dot, lanes
    locals: [i32, i32, f32, f32, v128, v128, v128, v128],
    body: [
      ...get(0),
      ...get(2),
      ...i32Const(2),
      i32ShiftLeft,
      i32Add,
      ...set(9),
      ...whileBelow(0, 9, [
        ...get(3),
        ...get(0),
        ...i32Load(),
        ...i32Const(bytes),
        i32Multiply,
        i32Add,
        ...set(8),
        ...get(6),
        ...get(1),
        ...f32Load(),
        f32Multiply,
        ...set(10),
        ...dotOf(8, 4, bytes, [12, 13, 14, 15]),
        ...get(10),
        f32Multiply,
        ...set(11),
        ...one,
        ...get(10),
        f32Add,
        ...get(11),
        f32Subtract,
        ...get(11),
        ...get(7),
        select,
        ...splat,
        ...set(12),
        ...combine(5, 5, 8, 12, bytes),
        ...grow(0, 4),
        ...grow(1, 4),
      ]),
    ],
  },
];
