import type { Instant } from '../../core/index.ts';
import { type CompiledSegment, compileSegment, type Leaf, type Moment } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Answers, everybody } from './answer.ts';
import { answerLeaves } from './answer-leaves.ts';
import { combine, type Lists, withLists } from './combine.ts';
import { readDefinition, type SegmentInput } from './definition.ts';
import { definitionsOf } from './definitions.ts';
import { refreshFoldedTexts } from './folded-texts.ts';
import { members, type ProfileSet, size } from './profile-set.ts';
import { readUniverse, type Universe } from './universe.ts';

export type Evaluation =
  | {
      readonly slug: string;
      readonly status: 'ok';
      readonly asOf: Instant;
      readonly set: ProfileSet;
      /** Number of members. */
      readonly count: number;
      /** Profile numbers in order. */
      readonly members: () => Uint32Array;
    }
  /** The definition can not be computed; the segment keeps its last good members. */
  | { readonly slug: string; readonly status: 'failed'; readonly asOf: Instant; readonly reason: string };

/**
 * Definitions, instant → members of each, in one pass: every distinct condition is computed once, whoever asks for it. A segment that
 * can not be computed is marked with the reason and leaves the others alone.
 */
export async function evaluateSegments(
  warehouse: Warehouse,
  segments: readonly SegmentInput[],
  moment: Moment,
  lists: Lists = new Map(),
): Promise<readonly Evaluation[]> {
  const { compiled } = await compileAll(warehouse, segments, moment);
  return evaluateCompiled(warehouse, compiled, moment, lists);
}

/** The same of what `compileAll` has made of the segments for this moment. */
export async function evaluateCompiled(
  warehouse: Warehouse,
  compiled: readonly Compilation[],
  moment: Moment,
  lists: Lists = new Map(),
): Promise<readonly Evaluation[]> {
  const universe = await readUniverse(warehouse);
  const leaves = new Map(leavesOf(compiled).map((leaf) => [leaf.key, leaf]));
  const population = { ...everybody(universe), few: moment.numberColumn !== undefined };
  const answers = await answerLeaves(warehouse, leaves.values(), population, moment.featuresTable);
  const listed: Lists = new Map([...lists, ...compiled.map(({ segment }): [string, SegmentInput] => [segment.slug, segment])]);
  return compiled.map((each) =>
    each.ok ? evaluation(each.segment, each.compiled, { answers, universe, lists: listed }, moment.now) : failure(each.segment.slug, moment.now, each.reason),
  );
}

export type Compilation =
  | { readonly ok: true; readonly segment: SegmentInput; readonly compiled: CompiledSegment }
  | { readonly ok: false; readonly segment: SegmentInput; readonly reason: string };

/** Every distinct condition of all that could be compiled. */
export const leavesOf = (compiled: readonly Compilation[]): readonly Leaf[] => [
  ...new Map(compiled.flatMap((each) => (each.ok ? [...each.compiled.leaves] : []))).values(),
];

/** What can be compiled without asking the engine anything. */
export type Begun = { readonly first: readonly Compilation[]; readonly moment: Moment; readonly again: (at: Moment) => readonly Compilation[] };

export function beginCompiling(segments: readonly SegmentInput[], moment: Moment, options: { readonly rethrow?: boolean } = {}): Begun {
  const definitions = definitionsOf(segments, moment.vocabulary);
  const compileEach = (at: Moment): readonly Compilation[] =>
    segments.map((segment) => {
      try {
        return { ok: true, segment, compiled: compileSegment({ tree: readDefinition(segment, moment.vocabulary) }, at, definitions) };
      } catch (error) {
        if (options.rethrow === true) throw error;
        if (segment.static !== undefined) return { ok: true, segment, compiled: nobody };
        return { ok: false, segment, reason: reasonOf(error) };
      }
    });
  return { first: compileEach(moment), moment, again: compileEach };
}

/** Compiled with the odd texts of every column that they compare known (see `folded-texts.ts`). */
export async function compileAll(
  warehouse: Warehouse,
  segments: readonly SegmentInput[],
  moment: Moment,
  options: { readonly rethrow?: boolean } = {},
): Promise<{ readonly compiled: readonly Compilation[]; readonly moment: Moment }> {
  return endCompiling(warehouse, beginCompiling(segments, moment, options));
}

export async function endCompiling(
  warehouse: Warehouse,
  { first, moment, again }: Begun,
): Promise<{ readonly compiled: readonly Compilation[]; readonly moment: Moment }> {
  const texts = first.flatMap((each) => (each.ok ? each.compiled.texts : []));
  const foldedTexts = await refreshFoldedTexts(warehouse, texts, { featuresTable: moment.featuresTable, few: moment.numberColumn !== undefined });
  if (foldedTexts === undefined) return { compiled: first, moment };
  const prepared = { ...moment, foldedTexts };
  return { compiled: again(prepared), moment: prepared };
}

/** What a frozen segment is compiled to when its definition no longer makes sense: its kept members are all that counts. */
const nobody: CompiledSegment = { plan: { kind: 'any', of: [] }, leaves: new Map<string, Leaf>(), aggregates: new Map(), texts: [], segments: [] };

type Known = { readonly answers: Answers; readonly universe: Universe; readonly lists: Lists };

function evaluation(segment: SegmentInput, compiled: CompiledSegment, { answers, universe, lists }: Known, asOf: Instant): Evaluation {
  try {
    const set = withLists(segment, universe, () => combine(compiled.plan, answers, universe, lists));
    return { slug: segment.slug, status: 'ok', asOf, set, count: size(set), members: () => members(set) };
  } catch (error) {
    return failure(segment.slug, asOf, reasonOf(error));
  }
}

const failure = (slug: string, asOf: Instant, reason: string): Evaluation => ({ slug, status: 'failed', asOf, reason });

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
