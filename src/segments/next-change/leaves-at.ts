import type { Instant } from '../../core/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { has } from '../evaluate/profile-set.ts';
import { isSettled } from './settled.ts';
import { soonestFor } from './upcoming.ts';
import { type Budget, budgetOf, spend } from './budget.ts';
import { membersAt, type Question, scopeOf } from './verdicts-at.ts';

/** `exact`: the verdict was seen to change there. Otherwise nothing changes before `at`, and it was not looked further. */
export type Change = { readonly at: Instant; readonly exact: boolean } | undefined;

/** `before`: the verdict at `from`, where it is known. */
export type Limits = { readonly until?: number; readonly budget?: Budget; readonly before?: boolean };

/**
 * The first instant after `from` at which time alone changes one profile's verdict: its marks are taken in turn, each is verified by
 * evaluating the profile there, and from there on its next marks are asked for. Nothing at or after `until` is looked at.
 */
export async function changeOf(warehouse: Warehouse, question: Question, profile: number, from: Instant, limits: Limits = {}): Promise<Change> {
  const { until = Number.POSITIVE_INFINITY, budget = budgetOf(400) } = limits;
  if (await isSettled(warehouse, question, from, profile)) return undefined;
  const scope = scopeOf([profile]);
  const before = limits.before ?? has(await membersAt(warehouse, question, from, [profile]), profile);
  let now = from;
  while (spend(budget)) {
    const next = await soonestFor(warehouse, question, now, scope);
    if (next === undefined || next >= until) return undefined;
    if (has(await membersAt(warehouse, question, next, [profile]), profile) !== before) return { at: next, exact: true };
    now = next;
  }
  return { at: now, exact: false };
}
