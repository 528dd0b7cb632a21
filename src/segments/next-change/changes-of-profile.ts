import type { Instant } from '../../core/index.ts';
import type { Moment } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Lists } from '../evaluate/combine.ts';
import { readDefinition, type SegmentInput } from '../evaluate/definition.ts';
import { definitionsOf } from '../evaluate/definitions.ts';
import { compileAll } from '../evaluate/evaluate.ts';
import { has } from '../evaluate/profile-set.ts';
import { budgetOf } from './budget.ts';
import { changeOf } from './leaves-at.ts';
import { membersAt, type Question } from './verdicts-at.ts';

/** `enters`: time alone makes the customer a member at `at`; otherwise it ends the membership then. */
export type ComingChange = { readonly slug: string; readonly at: Instant; readonly enters: boolean };

/** How far one segment is followed: the page of a customer asks about all of them. */
const mostLookups = 10;

/**
 * Which segments one customer will enter and leave before `until` if nothing happens but time, soonest first. Segments that can not be
 * computed, frozen ones and those whose lists name the customer are left out; changes that take long to be sure of, too.
 */
export async function changesOfProfile(
  warehouse: Warehouse,
  segments: readonly SegmentInput[],
  moment: Moment,
  profile: number,
  until: Instant,
): Promise<readonly ComingChange[]> {
  const { compiled, moment: prepared } = await compileAll(warehouse, segments, moment);
  const definitions = definitionsOf(segments, moment.vocabulary);
  const lists: Lists = new Map(segments.map((segment): [string, SegmentInput] => [segment.slug, segment]));
  const changes: ComingChange[] = [];
  for (const { ok, segment } of compiled) {
    if (!ok || segment.static !== undefined || names(segment.include, profile) || names(segment.exclude, profile)) continue;
    const question: Question = { tree: readDefinition(segment, moment.vocabulary), definitions, lists, moment: prepared };
    const before = has(await membersAt(warehouse, question, prepared.now, [profile]), profile);
    const change = await changeOf(warehouse, question, profile, prepared.now, { until, before, budget: budgetOf(mostLookups) });
    if (change?.exact === true) changes.push({ slug: segment.slug, at: change.at, enters: !before });
  }
  return changes.toSorted((one, other) => one.at - other.at);
}

const names = (profiles: ArrayLike<number> | undefined, profile: number): boolean => profiles !== undefined && Array.prototype.includes.call(profiles, profile);
