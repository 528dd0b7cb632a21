import type { JsonObject, JsonValue } from '../../contract/index.ts';

type Branch = Map<string, Branch | JsonValue>;

/** Cells under dotted headers → the object that they were spread from: `{'a.b': '5'}` → `{a: {b: 5}}`. Blank cells are left out; of two that want one place the first stays. */
export function nested(cells: readonly (readonly [path: string, cell: string | null | undefined])[]): JsonObject {
  const root: Branch = new Map();
  for (const [path, cell] of cells) if (cell !== null && cell !== undefined && cell !== '') put(root, path.split('.'), valueOf(cell));
  return plain(root);
}

function put(branch: Branch, [key = '', ...rest]: readonly string[], value: JsonValue): void {
  const there = branch.get(key);
  if (rest.length === 0) {
    if (there === undefined) branch.set(key, value);
    return;
  }
  const next: Branch = there instanceof Map ? there : new Map();
  if (there === undefined) branch.set(key, next);
  put(next, rest, value);
}

const plain = (branch: Branch): JsonObject => Object.fromEntries([...branch].map(([key, value]) => [key, value instanceof Map ? plain(value) : value]));

/** What a cell of text was: a number where it is written as one, a list or an object where it is JSON, else itself. */
function valueOf(cell: string): JsonValue {
  if (cell === 'true' || cell === 'false') return cell === 'true';
  if (/^-?\d/.test(cell) && String(Number(cell)) === cell) return Number(cell);
  if (!cell.startsWith('[') && !cell.startsWith('{')) return cell;
  try {
    return JSON.parse(cell) as JsonValue;
  } catch {
    return cell;
  }
}
