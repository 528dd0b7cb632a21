/**
 * Pieces of WebAssembly's binary format, from the format's own tables (W3C, WebAssembly Core Specification 2.0): modules are put together here, for exactly the rows that they are to work on, so that nothing has to be
 * compiled beforehand.
 */
export type Code = readonly number[];

export const [i32, i64, f32, f64, v128] = [0x7f, 0x7e, 0x7d, 0x7c, 0x7b] as const;
/** A block that leaves nothing. */
export const nothing = 0x40;

/** One after the other. */
export const steps = (...parts: readonly (Code | number)[]): Code => parts.flat();

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];

export const i32Const = (value: number): Code => [0x41, ...signed(BigInt(value))];
export const i64Const = (value: bigint): Code => [0x42, ...signed(value)];
export const f64Const = (value: number): Code => [0x44, ...new Uint8Array(new Float64Array([value]).buffer)];

/** Of two values the first where the third is not 0. */
export const select = 0x1b;
/** Whole numbers of 32 bits, compared without signs. */
export const [i32Below, i32Above, i32Add, i32Subtract, i32Multiply] = [0x49, 0x4b, 0x6a, 0x6b, 0x6c] as const;
export const [i32And, i32Or, i32ExclusiveOr, i32ShiftLeft, i32ShiftRight] = [0x71, 0x72, 0x73, 0x74, 0x76] as const;
export const [i64AtLeast, i64BitCount] = [0x59, 0x7b] as const;
export const [f64Differs, f64Below, f64AtLeast] = [0x62, 0x63, 0x66] as const;
export const [f64Absolute, f64Truncate, f64Add, f64Subtract, f64Multiply, f64Divide, f64Largest, f64CopySign] = [
  0x99, 0x9d, 0xa0, 0xa1, 0xa2, 0xa3, 0xa5, 0xa6,
] as const;
/** Of whole numbers without signs. */
export const [f64FromI32, f64FromI64] = [0xb8, 0xba] as const;

/** From and to memory: an offset is added to the address on the stack. */
export const i32Load = (offset = 0): Code => [0x28, 2, ...unsigned(offset)];
/** One byte, without a sign. */
export const i32LoadByte = (offset = 0): Code => [0x2d, 0, ...unsigned(offset)];
export const i32Store = (offset = 0): Code => [0x36, 2, ...unsigned(offset)];
export const i64Load = (offset = 0): Code => [0x29, 3, ...unsigned(offset)];
export const f32Load = (offset = 0): Code => [0x2a, 2, ...unsigned(offset)];
export const f64Load = (offset = 0): Code => [0x2b, 3, ...unsigned(offset)];
export const f32Store = (offset = 0): Code => [0x38, 2, ...unsigned(offset)];
export const f64Store = (offset = 0): Code => [0x39, 3, ...unsigned(offset)];
export const v128Load = (offset = 0): Code => [0xfd, 0x00, 4, ...unsigned(offset)];
/** One byte into all sixteen lanes. */
export const v128LoadByte = (offset = 0): Code => [0xfd, 0x07, 0, ...unsigned(offset)];
export const v128Store = (offset = 0): Code => [0xfd, 0x0b, 4, ...unsigned(offset)];

export const v128Const = (bytes: readonly number[]): Code => [0xfd, 0x0c, ...bytes];

/** Lanes: four of 32 bits or two of 64. `v128Choose` takes each bit of the first where that of the third is set, else of the second. */
export const [v128And, v128Or, v128ExclusiveOr, v128Choose]: readonly [Code, Code, Code, Code] = [
  [0xfd, 0x4e],
  [0xfd, 0x50],
  [0xfd, 0x51],
  [0xfd, 0x52],
];
/** Sixteen of one byte: what is equal becomes −1; `i8x16Pick` takes the bytes of the first that lie at the places of the second, 0 from 16 on. */
export const [i8x16Pick, i8x16Equal, i8x16ShiftRight, i8x16Subtract]: readonly [Code, Code, Code, Code] = [
  [0xfd, 0x0e],
  [0xfd, 0x23],
  [0xfd, 0x6d],
  [0xfd, 0x71],
];
export const i32x4Add: Code = [0xfd, 0xae, 0x01];
export const f64x2Splat: Code = [0xfd, 0x14];
export const f64x2Add: Code = [0xfd, 0xf0, 0x01];

/** Adds to a local. */
export const grow = (local: number, by: number): Code => [...get(local), ...i32Const(by), i32Add, ...set(local)];
/** Runs `body`, which moves on, while the local `from` is below the local `end`; at least once. */
export const whileBelow = (from: number, end: number, body: Code): Code => [0x03, nothing, ...body, ...get(from), ...get(end), i32Below, 0x0d, 0, 0x0b];

/** Entries behind their number. */
export const vector = (entries: readonly Code[]): Code => [...unsigned(entries.length), ...entries.flat()];

/** LEB128: seven bits a byte, the lowest first. */
export function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value % 128) | 128, ...unsigned(Math.floor(value / 128))];
}

/** The same with the sign in the highest bit of the last byte. */
export function signed(value: bigint): Code {
  const low = Number(BigInt.asUintN(7, value));
  return value >= -64n && value < 64n ? [low] : [low | 128, ...signed(value >> 7n)];
}
