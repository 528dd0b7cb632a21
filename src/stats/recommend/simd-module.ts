/**
 * A few sums over rows of 32-bit floats as WebAssembly with its 128-bit lanes, which JavaScript alone can not use: four numbers at once, a multiple of sixteen in a row (`bytes` of them). Put together
 * here by hand, from the binary format's own tables (W3C, WebAssembly Core Specification 2.0), so that nothing has to be compiled beforehand.
 */
export type SimdSums = {
  /** Sum of a[i] · b[i]. */
  readonly dot: (a: number, b: number, bytes: number) => number;
  /** y += by · x. */
  readonly add: (by: number, x: number, y: number, bytes: number) => void;
  /** y = x + by · y. */
  readonly turn: (by: number, x: number, y: number, bytes: number) => void;
  /** into = matrix · v, for as many rows as a row has numbers. */
  readonly multiply: (matrix: number, v: number, into: number, bytes: number) => void;
  /** gram += rowᵀ row, for `count` rows that lie one after the other. */
  readonly gram: (rows: number, count: number, gram: number, bytes: number) => void;
  /** Over entries (places of rows at `places`, weights at `weights`): into += s · row, where s is trust · dot(row, v) or, at the start, 1 + trust − that; trust is alpha · weight. */
  readonly pass: (places: number, weights: number, count: number, rows: number, v: number, into: number, bytes: number, alpha: number, start: number) => void;
};

/** What is used of WebAssembly: Node.js has it, its types leave it to those of browsers. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => SimdMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** The memory that the sums work on; places in it are in bytes. */
export type SimdMemory = { readonly buffer: ArrayBuffer };

const page = 65_536;
export const simdMemory = (bytes: number): SimdMemory => new WebAssembly.Memory({ initial: Math.ceil(bytes / page) + 1 });

export function simdSums(memory: SimdMemory): SimdSums {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()), { own: { memory } });
  // The module exports what `functions` names, with these very signatures.
  return exports as SimdSums;
}

type Code = readonly number[];
const [i32, f32, v128, nothing] = [0x7f, 0x7d, 0x7b, 0x40] as const;

const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const i32Const = (value: number): Code => [0x41, ...signed(value)];
const [i32Load, f32Load, f32Store]: readonly [Code, Code, Code] = [
  [0x28, 2, 0],
  [0x2a, 2, 0],
  [0x38, 2, 0],
];
const [i32Below, i32Add, i32Multiply, shiftLeft] = [0x49, 0x6a, 0x6c, 0x74] as const;
const [f32Add, f32Subtract, f32Multiply, select] = [0x92, 0x93, 0x94, 0x1b] as const;
const load = (offset: number): Code => [0xfd, 0x00, 4, offset];
const store = (offset: number): Code => [0xfd, 0x0b, 4, offset];
const splat: Code = [0xfd, 0x13];
const lane = (place: number): Code => [0xfd, 0x1f, place];
const [add, multiply]: readonly [Code, Code] = [
  [0xfd, 0xe4, 0x01],
  [0xfd, 0xe6, 0x01],
];
const one: Code = [0x43, 0x00, 0x00, 0x80, 0x3f];
const none: Code = [0x43, 0, 0, 0, 0];
/** Four lanes of four numbers at a time. */
const offsets = [0, 16, 32, 48] as const;

const plus = (base: number, at: number): Code => [...get(base), ...get(at), i32Add];
const grow = (local: number, by: number): Code => [...get(local), ...i32Const(by), i32Add, ...set(local)];
/** Runs `body` with the local `at` from 0 in steps of 64 bytes, below the local `bytes`. */
const each = (at: number, bytes: number, body: Code): Code => [
  ...i32Const(0),
  ...set(at),
  0x03,
  nothing,
  ...body,
  ...grow(at, 64),
  ...get(at),
  ...get(bytes),
  i32Below,
  0x0d,
  0,
  0x0b,
];
/** Runs `body` and moves on while the local `from` is below the local `end`; at least once. */
const whileBelow = (from: number, end: number, body: Code): Code => [0x03, nothing, ...body, ...get(from), ...get(end), i32Below, 0x0d, 0, 0x0b];

/** Leaves the dot product of the rows at two locals; `sums` are four locals of lanes. */
const dotOf = (a: number, b: number, bytes: number, at: number, sums: readonly number[]): Code => [
  ...sums.flatMap((sum) => [...none, ...splat, ...set(sum)]),
  ...each(
    at,
    bytes,
    sums.flatMap((sum, place) => {
      const offset = offsets[place] ?? 0;
      return [...get(sum), ...plus(a, at), ...load(offset), ...plus(b, at), ...load(offset), ...multiply, ...add, ...set(sum)];
    }),
  ),
  ...sums.flatMap((sum, place) => [...get(sum), ...(place === 0 ? [] : add)]),
  ...set(sums[0] ?? 0),
  ...[0, 1, 2, 3].flatMap((place) => [...get(sums[0] ?? 0), ...lane(place), ...(place === 0 ? [] : [f32Add])]),
];

/** y = first + factor · second for lanes, where both are read at an offset; the factor is a local of lanes. */
const combine = (y: number, first: number, second: number, factor: number, bytes: number, at: number): Code =>
  each(
    at,
    bytes,
    offsets.flatMap((offset) => [
      ...plus(y, at),
      ...plus(first, at),
      ...load(offset),
      ...plus(second, at),
      ...load(offset),
      ...get(factor),
      ...multiply,
      ...add,
      ...store(offset),
    ]),
  );

type Function = {
  readonly name: keyof SimdSums;
  readonly takes: readonly number[];
  readonly gives: readonly number[];
  readonly locals: readonly number[];
  readonly body: Code;
};

const functions: readonly Function[] = [
  { name: 'dot', takes: [i32, i32, i32], gives: [f32], locals: [i32, v128, v128, v128, v128], body: dotOf(0, 1, 2, 3, [4, 5, 6, 7]) },
  { name: 'add', takes: [f32, i32, i32, i32], gives: [], locals: [i32, v128], body: [...get(0), ...splat, ...set(5), ...combine(2, 2, 1, 5, 3, 4)] },
  { name: 'turn', takes: [f32, i32, i32, i32], gives: [], locals: [i32, v128], body: [...get(0), ...splat, ...set(5), ...combine(2, 1, 2, 5, 3, 4)] },
  {
    name: 'multiply',
    takes: [i32, i32, i32, i32],
    gives: [],
    locals: [i32, i32, v128, v128, v128, v128],
    body: [
      ...plus(2, 3),
      ...set(5),
      ...whileBelow(2, 5, [...get(2), ...dotOf(0, 1, 3, 4, [6, 7, 8, 9]), ...f32Store, ...get(0), ...get(3), i32Add, ...set(0), ...grow(2, 4)]),
    ],
  },
  {
    name: 'gram',
    takes: [i32, i32, i32, i32],
    gives: [],
    // at, end of the rows, own number, its end, own row of the gram, lanes
    locals: [i32, i32, i32, i32, i32, v128],
    body: [
      ...get(0),
      ...get(1),
      ...get(3),
      i32Multiply,
      i32Add,
      ...set(5),
      ...whileBelow(0, 5, [
        ...get(0),
        ...set(6),
        ...plus(0, 3),
        ...set(7),
        ...get(2),
        ...set(8),
        ...whileBelow(6, 7, [...get(6), ...f32Load, ...splat, ...set(9), ...combine(8, 8, 0, 9, 3, 4), ...get(8), ...get(3), i32Add, ...set(8), ...grow(6, 4)]),
        ...get(7),
        ...set(0),
      ]),
    ],
  },
  {
    name: 'pass',
    takes: [i32, i32, i32, i32, i32, i32, i32, f32, i32],
    gives: [],
    // at, row, end, trust, trust · dot, lanes
    locals: [i32, i32, i32, f32, f32, v128, v128, v128, v128],
    body: [
      ...get(0),
      ...get(2),
      ...i32Const(2),
      shiftLeft,
      i32Add,
      ...set(11),
      ...whileBelow(0, 11, [
        ...get(3),
        ...get(0),
        ...i32Load,
        ...get(6),
        i32Multiply,
        i32Add,
        ...set(10),
        ...get(7),
        ...get(1),
        ...f32Load,
        f32Multiply,
        ...set(12),
        ...dotOf(10, 4, 6, 9, [14, 15, 16, 17]),
        ...get(12),
        f32Multiply,
        ...set(13),
        ...one,
        ...get(12),
        f32Add,
        ...get(13),
        f32Subtract,
        ...get(13),
        ...get(8),
        select,
        ...splat,
        ...set(14),
        ...combine(5, 5, 10, 14, 6, 9),
        ...grow(0, 4),
        ...grow(1, 4),
      ]),
    ],
  },
];

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ takes, gives }) => [0x60, ...vector(takes.map((type) => [type])), ...vector(gives.map((type) => [type]))]);
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, type])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    0x00,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    ...section(1, vector(types)),
    ...section(2, vector([[...text('own'), ...text('memory'), 0x02, 0x00, 1]])),
    ...section(3, vector(functions.map((_, place) => [place]))),
    ...section(7, vector(functions.map(({ name }, place) => [...text(name), 0x00, place]))),
    ...section(10, vector(bodies)),
  ]);
}

const section = (number: number, content: Code): Code => [number, ...unsigned(content.length), ...content];
const vector = (entries: readonly Code[]): Code => [...unsigned(entries.length), ...entries.flat()];
const text = (name: string): Code => vector([...new TextEncoder().encode(name)].map((byte) => [byte]));

/** LEB128: seven bits a byte, the lowest first. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value % 128) | 128, ...unsigned(Math.floor(value / 128))];
}

function signed(value: number): Code {
  return value < 64 ? [value] : [(value % 128) | 128, ...signed(Math.floor(value / 128))];
}
