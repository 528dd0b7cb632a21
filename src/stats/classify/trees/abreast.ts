import { wasm, wasmFunctions, type WasmMemory, wasmMemory } from '../../webassembly/index.ts';
import type { BinnedTable } from './bins.ts';
import { goesLeft, type Tree, unknownBin } from './tree.ts';

/**
 * Sixteen rows abreast, in WebAssembly's lanes of one byte: each row stands on a node, by its number, and each node in turn sends on those who stand on it. Children have higher numbers than their parent, so one
 * pass over a tree brings every row to its leaf, without waiting and without guessing.
 */
type Abreast = {
  /** Sends all rows of the block down the tree whose nodes are kept from one place to the other. */
  readonly send: (nodes: number, end: number) => void;
  /** Adds to each row's sum the value of the node it stands on. */
  readonly add: (values: number) => void;
};

/** Rows of a block: its cells stay in the processor's nearest cache. */
const blockRows = 512;
/** What is kept of an inner node: a bit for each bin, set where that goes right; its number and its left child's, a byte each; the place of its column's cells. */
const nodeBytes = 48;
const [ownAt, leftAt, cellsAt] = [32, 33, 36];

/** A byte numbers so many nodes. */
export const goesAbreast = (trees: readonly Tree[]): boolean => trees.every(({ left }) => left.length <= 256);

/** Adds each row's leaf values of all trees, none larger than `goesAbreast` says, to `into`. */
export function addScoresAbreast(trees: readonly Tree[], { rows, columns }: BinnedTable, into: Float64Array): void {
  const inner = trees.map(({ left }) => [...left.keys()].filter((node) => left[node] !== 0));
  const places = placesOf(columns.length);
  const nodesEnd = places.nodes + nodeBytes * inner.reduce((sum, own) => sum + own.length, 0);
  const memory = wasmMemory(nodesEnd + 8 * trees.reduce((sum, { left }) => sum + left.length, 0));
  let [node, value] = [places.nodes, nodesEnd];
  const kept = trees.map((tree, index) => {
    const own = { nodes: node, end: node + nodeBytes * (inner[index]?.length ?? 0), values: value };
    for (const number of inner[index] ?? []) {
      keepNode(memory, node, tree, number);
      node += nodeBytes;
    }
    new Float64Array(memory.buffer, value, tree.value.length).set(tree.value);
    value += 8 * tree.value.length;
    return own;
  });
  // The module exports what `functionsFor` names, with these very signatures.
  const { send, add } = wasmFunctions(memory, functionsFor(places)) as Abreast;
  const cells = new Uint8Array(memory.buffer, 0, places.stands);
  const stands = new Uint8Array(memory.buffer, places.stands, blockRows);
  const sums = new Float64Array(memory.buffer, places.sums, blockRows);
  for (let first = 0; first < rows; first += blockRows) {
    const end = Math.min(first + blockRows, rows);
    columns.forEach((column, place) => cells.set(column.subarray(first, end), place * blockRows));
    sums.set(into.subarray(first, end));
    for (const tree of kept) {
      stands.fill(0);
      if (tree.nodes < tree.end) send(tree.nodes, tree.end);
      add(tree.values);
    }
    into.set(sums.subarray(0, end - first), first);
  }
}

/** Where the parts of the memory begin: each column's cells first, from 0. */
type Places = { readonly stands: number; readonly sums: number; readonly nodes: number };
const placesOf = (columns: number): Places => {
  const stands = columns * blockRows;
  return { stands, sums: stands + blockRows, nodes: stands + 9 * blockRows };
};

function keepNode(memory: WasmMemory, at: number, tree: Tree, node: number): void {
  const bytes = new Uint8Array(memory.buffer, at, nodeBytes);
  for (let bin = 0; bin <= unknownBin; bin += 1) if (!goesLeft(tree, node, bin)) bytes[bin >> 3] = (bytes[bin >> 3] ?? 0) | (1 << (bin & 7));
  bytes[ownAt] = node;
  bytes[leftAt] = tree.left[node] ?? 0;
  new Uint32Array(memory.buffer, at + cellsAt, 1)[0] = (tree.feature[node] ?? 0) * blockRows;
}

const { get, set, grow, steps, whileBelow, i32Const, v128Load } = wasm;
const bytesOf = (byte: (lane: number) => number): wasm.Code => wasm.v128Const(Array.from({ length: 16 }, (_, lane) => byte(lane)));

function functionsFor({ stands, sums }: Places): Parameters<typeof wasmFunctions>[1] {
  const { i32, v128 } = wasm;
  const throughStands = (local: number, end: number, body: wasm.Code): wasm.Code =>
    steps(i32Const(stands), set(local), i32Const(stands + blockRows), set(end), whileBelow(local, end, body));

  const [node, end, stand, standsEnd, cell, low, high, own, left, bin, bit] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
  // Which of the 32 bytes of bits, 16 of them in each half, and which bit of it.
  const byte = steps(get(bin), i32Const(3), wasm.i8x16ShiftRight);
  const inHigh = steps(
    byte,
    bytesOf(() => 16),
    wasm.v128ExclusiveOr,
  );
  const bits = steps(get(low), byte, wasm.i8x16Pick, get(high), inHigh, wasm.i8x16Pick, wasm.v128Or);
  const place = steps(
    get(bin),
    bytesOf(() => 7),
    wasm.v128And,
  );
  const one = steps(
    bytesOf((lane) => (lane < 8 ? 1 << lane : 0)),
    place,
    wasm.i8x16Pick,
  );
  const right = steps(bits, get(bit), wasm.v128And, get(bit), wasm.i8x16Equal);
  const next = steps(get(left), right, wasm.i8x16Subtract);
  const standing = steps(get(stand), v128Load());
  const sixteen = steps(
    steps(get(cell), v128Load(), set(bin), one, set(bit)),
    steps(get(stand), next, standing, standing, get(own), wasm.i8x16Equal, wasm.v128Choose, wasm.v128Store()),
    steps(grow(cell, 16), grow(stand, 16)),
  );
  const send = whileBelow(
    node,
    end,
    steps(
      steps(get(node), v128Load(), set(low), get(node), v128Load(16), set(high)),
      steps(get(node), wasm.v128LoadByte(ownAt), set(own), get(node), wasm.v128LoadByte(leftAt), set(left)),
      steps(get(node), wasm.i32Load(cellsAt), set(cell)),
      throughStands(stand, standsEnd, sixteen),
      grow(node, nodeBytes),
    ),
  );

  const [values, row, rowsEnd, sum] = [0, 1, 2, 3] as const;
  const value = steps(get(row), wasm.i32LoadByte(), i32Const(3), wasm.i32ShiftLeft, get(values), wasm.i32Add, wasm.f64Load());
  const addOne = steps(get(sum), get(sum), wasm.f64Load(), value, wasm.f64Add, wasm.f64Store(), grow(row, 1), grow(sum, 8));
  const add = steps(i32Const(sums), set(sum), throughStands(row, rowsEnd, addOne));

  return [
    { name: 'send', takes: [i32, i32], gives: [], locals: [i32, i32, i32, v128, v128, v128, v128, v128, v128], body: send },
    { name: 'add', takes: [i32], gives: [], locals: [i32, i32, i32], body: add },
  ];
}
