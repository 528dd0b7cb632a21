import type { Instant } from '../../core/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { has } from '../evaluate/profile-set.ts';
import { upcomingFor } from './upcoming.ts';
import { membersAt, type Question, scopeOf } from './verdicts-at.ts';

/** `exact`: the verdict was seen to change there. Otherwise nothing changes before `at`, and it was not looked further. */
export type Change = { readonly at: Instant; readonly exact: boolean } | undefined;

const mostSteps = 400;

/**
 * The first instant after `from` at which time alone changes one profile's verdict: its marks are taken in turn, each is verified by
 * evaluating the profile there, and from there on its next marks are asked for. Nothing at or after `until` is looked at.
 */
export async function changeOf(warehouse: Warehouse, question: Question, profile: number, from: Instant, until = Number.POSITIVE_INFINITY): Promise<Change> {
  const scope = scopeOf([profile]);
  const before = has(await membersAt(warehouse, question, from, [profile]), profile);
  let now = from;
  for (let step = 0; step < mostSteps; step += 1) {
    const [next] = await upcomingFor(warehouse, question, now, scope);
    if (next === undefined || next.at >= until) return undefined;
    if (has(await membersAt(warehouse, question, next.at, [profile]), profile) !== before) return { at: next.at, exact: true };
    now = next.at;
  }
  return { at: now, exact: false };
}
