import { formatInstant } from '../../core/index.ts';
import { clauses, type Condition, type Moment } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { combine, type Lists } from '../evaluate/combine.ts';
import { definitionsOf } from '../evaluate/definitions.ts';
import { compileAll } from '../evaluate/evaluate.ts';
import { members, size } from '../evaluate/profile-set.ts';
import { nextChange } from '../next-change/next-change.ts';
import { keptAnswers } from './kept-answers.ts';
import type { PreviewCache } from './preview-cache.ts';

export type Preview = {
  readonly members: number;
  /** Of all profiles, 0 to 1. */
  readonly share: number;
  /** The conditions at the top, joined by `and` or `or` (or the whole, where there is only one), each on its own. */
  readonly clauses: readonly { readonly text: string; readonly members: number }[];
  /** ISO 8601; null where time alone changes nobody's verdict. */
  readonly next_change: string | null;
  /** False where nothing changes before `next_change`, but it was not followed further, and where it was not asked for. */
  readonly next_change_exact: boolean;
  /** Profile numbers of a few members. */
  readonly sample: readonly number[];
};

/** How many verdicts are looked up at later instants before the answer is "not before". */
const mostLookups = 30;

export type PreviewOptions = {
  readonly lists?: Lists;
  /** Answers to conditions that were asked before, for a process that lives on. */
  readonly cache?: PreviewCache | undefined;
  /** False leaves the next change out (`next_change` null, not exact), which costs more than the rest where answers are kept. */
  readonly nextChange?: boolean;
};

/** Who would be in a segment now. Throws a `ClienteleError` for a definition that can not be computed. */
export async function preview(warehouse: Warehouse, tree: Condition, moment: Moment, options: PreviewOptions = {}): Promise<Preview> {
  const { lists = new Map(), cache } = options;
  const parts = clauses(tree);
  const { compiled, moment: prepared } = await compileAll(
    warehouse,
    [tree, ...parts.map((part) => part.tree)].map((each, index) => ({ slug: `preview ${index}`, tree: each })),
    moment,
    { rethrow: true },
  );
  const segments = compiled.flatMap((each) => (each.ok ? [each.compiled] : []));
  const leaves = new Map(segments.flatMap((each) => [...each.leaves]));
  const { answers, universe } = await keptAnswers(warehouse, leaves, prepared, cache);
  const [whole = universe.all, ...sets] = segments.map(({ plan }) => combine(plan, answers, universe, lists));
  const [first] = segments;
  const question = { tree, definitions: definitionsOf([], moment.vocabulary), lists, moment: prepared };
  const asked = options.nextChange !== false && first !== undefined;
  const next = asked ? await nextChange(warehouse, question, { compiled: first, answers, universe, members: whole }, mostLookups) : undefined;
  const count = size(whole);
  return {
    members: count,
    share: universe.count === 0 ? 0 : count / universe.count,
    clauses: parts.map((part, index) => ({ text: part.text, members: size(sets[index] ?? { words: new Uint32Array() }) })),
    next_change: next === undefined ? null : formatInstant(next.at),
    next_change_exact: asked && (next?.exact ?? true),
    sample: [...members(whole, 10)],
  };
}
