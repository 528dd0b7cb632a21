/**
 * A few sums over rows of 32-bit floats as WebAssembly with its 128-bit lanes, which JavaScript alone can not use: four numbers at once, over rows of one length, a multiple of sixteen numbers. Put together
 * here by hand for that length, from the binary format's own tables (W3C, WebAssembly Core Specification 2.0): nothing has to be compiled beforehand, and no loop has to count through a row.
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

/** `bytes` of a row: four times its numbers, a multiple of 64. */
export function simdSums(memory: SimdMemory, bytes: number): SimdSums {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes(bytes)), { own: { memory } });
  // The module exports what `functionsFor` names, with these very signatures.
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
const load = (offset: number): Code => [0xfd, 0x00, 4, ...unsigned(offset)];
const store = (offset: number): Code => [0xfd, 0x0b, 4, ...unsigned(offset)];
const splat: Code = [0xfd, 0x13];
const lane = (place: number): Code => [0xfd, 0x1f, place];
const [add, multiply]: readonly [Code, Code] = [
  [0xfd, 0xe4, 0x01],
  [0xfd, 0xe6, 0x01],
];
const one: Code = [0x43, 0x00, 0x00, 0x80, 0x3f];

const grow = (local: number, by: number): Code => [...get(local), ...i32Const(by), i32Add, ...set(local)];
/** Runs `body` and moves on while the local `from` is below the local `end`; at least once. */
const whileBelow = (from: number, end: number, body: Code): Code => [0x03, nothing, ...body, ...get(from), ...get(end), i32Below, 0x0d, 0, 0x0b];
/** Where each four numbers of a row begin. */
const offsetsOf = (bytes: number): readonly number[] => Array.from({ length: bytes / 16 }, (_, place) => 16 * place);

/** Leaves the dot product of the rows at two locals; `sums` are four locals of lanes, which do not wait for each other. */
const dotOf = (a: number, b: number, bytes: number, sums: readonly number[]): Code => [
  ...offsetsOf(bytes).flatMap((offset, place) => {
    const sum = sums[place % sums.length] ?? 0;
    const product = [...get(a), ...load(offset), ...get(b), ...load(offset), ...multiply];
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
    ...load(offset),
    ...get(second),
    ...load(offset),
    ...get(factor),
    ...multiply,
    ...add,
    ...store(offset),
  ]);

type Function = {
  readonly name: keyof SimdSums;
  readonly takes: readonly number[];
  readonly gives: readonly number[];
  readonly locals: readonly number[];
  readonly body: Code;
};

const functionsFor = (bytes: number): readonly Function[] => [
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
      ...whileBelow(2, 3, [...get(2), ...dotOf(0, 1, bytes, [4, 5, 6, 7]), ...f32Store, ...grow(0, bytes), ...grow(2, 4)]),
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
        ...whileBelow(4, 5, [...get(4), ...f32Load, ...splat, ...set(7), ...combine(6, 6, 0, 7, bytes), ...grow(6, bytes), ...grow(4, 4)]),
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
      shiftLeft,
      i32Add,
      ...set(9),
      ...whileBelow(0, 9, [
        ...get(3),
        ...get(0),
        ...i32Load,
        ...i32Const(bytes),
        i32Multiply,
        i32Add,
        ...set(8),
        ...get(6),
        ...get(1),
        ...f32Load,
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

function moduleBytes(bytes: number): Uint8Array<ArrayBuffer> {
  const functions = functionsFor(bytes);
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
