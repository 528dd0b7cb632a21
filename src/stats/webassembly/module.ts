import { type Code, unsigned, vector } from './code.ts';

/** A function: the types of what it takes, gives and keeps, numbered in this order, and what it does. */
export type WasmFunction = {
  readonly name: string;
  readonly takes: readonly number[];
  readonly gives: readonly number[];
  readonly locals: readonly number[];
  readonly body: Code;
};

/** What is used of WebAssembly: Node.js has it, its types leave it to those of browsers. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** The memory that functions work on; places in it are in bytes. Growing it (by pages) takes its buffer away from earlier views. */
export type WasmMemory = { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };

const page = 65_536;
export const wasmMemory = (bytes: number): WasmMemory => new WebAssembly.Memory({ initial: Math.ceil(bytes / page) + 1 });

/** Room for so many bytes at least. */
export function growMemory(memory: WasmMemory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / page));
}

/** The functions over a memory, by name. */
export function wasmFunctions(memory: WasmMemory, functions: readonly WasmFunction[]): unknown {
  return new WebAssembly.Instance(new WebAssembly.Module(moduleBytes(functions)), { own: { memory } }).exports;
}

function moduleBytes(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ takes, gives }) => [0x60, ...vector(takes.map((type) => [type])), ...vector(gives.map((type) => [type]))]);
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, type])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  const [magic, version]: readonly [Code, Code] = [
    [0x00, 0x61, 0x73, 0x6d],
    [1, 0, 0, 0],
  ];
  return Uint8Array.from([
    ...magic,
    ...version,
    ...section(1, vector(types)),
    ...section(2, vector([[...text('own'), ...text('memory'), 0x02, 0x00, 1]])),
    ...section(3, vector(functions.map((_, place) => unsigned(place)))),
    ...section(7, vector(functions.map(({ name }, place) => [...text(name), 0x00, ...unsigned(place)]))),
    ...section(10, vector(bodies)),
  ]);
}

const section = (number: number, content: Code): Code => [number, ...unsigned(content.length), ...content];
const text = (name: string): Code => vector([...new TextEncoder().encode(name)].map((byte) => [byte]));
