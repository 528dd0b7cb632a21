import { failed, ok, type Result } from '../../core/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Condition } from '../tree.ts';

/** What the parser takes, so that every tree has a text that can be read. */
const deepest = 100;
const nowhere = Object.freeze({ offset: 0, length: 0, line: 1, column: 1 });

/** JSON from outside → a frozen tree, or what is wrong with its shape and where in the JSON. Names and values are checked by `check`. */
export async function assertTree(value: unknown): Promise<Result<Condition, readonly Diagnostic[]>> {
  if (levels(value) > deepest) return refuse('syntax.too-deep', `The tree is more than ${deepest} levels deep.`);
  // The schema library is only loaded where trees come from outside.
  const { treeSchema } = await import('./tree-schema.ts');
  const read = treeSchema.safeParse(value);
  if (read.success) return ok(freeze(withoutUndefined(read.data)));
  const [issue] = read.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  return refuse('tree.shape', `${path === '' ? 'The tree' : path}: ${issue?.message ?? 'has another shape'}.`);
}

const refuse = (code: Diagnostic['code'], message: string): Result<never, readonly Diagnostic[]> =>
  failed([
    Object.freeze({
      code,
      message,
      hint: 'Compare with the tree of a definition in text: see the manual page of the segment language.',
      position: nowhere,
      severity: 'error',
    }),
  ]);

/** Levels of the JSON, without recursion: the value may be anything. Each level of parentheses or negation in text is at least one. */
function levels(value: unknown): number {
  let level: readonly unknown[] = [value];
  let depth = 0;
  while (level.length > 0 && depth <= deepest) {
    depth += 1;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return depth;
}

function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
