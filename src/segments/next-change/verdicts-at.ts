import type { Instant } from '../../core/index.ts';
import { type CompiledSegment, compileSegment, type Condition, type Definitions, type Moment } from '../../language/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { answerLeaves } from '../evaluate/answer-leaves.ts';
import { combine, type Lists } from '../evaluate/combine.ts';
import type { ProfileSet } from '../evaluate/profile-set.ts';
import { universeOf } from '../evaluate/universe.ts';

/** A definition with everything that its verdict depends on. */
export type Question = { readonly tree: Condition; readonly definitions: Definitions; readonly lists: Lists; readonly moment: Moment };

export const compileAt = ({ tree, definitions, moment }: Question, now: Instant): CompiledSegment => compileSegment({ tree }, { ...moment, now }, definitions);

/** Members among a few profiles at an instant, from their own rows alone. Features stay as they are. */
export async function membersAt(warehouse: Warehouse, question: Question, now: Instant, profiles: readonly number[]): Promise<ProfileSet> {
  const { plan, leaves } = compileAt(question, now);
  const universe = universeOf(profiles);
  const population = { universe, scope: scopeOf(profiles) };
  const answers = await answerLeaves(warehouse, leaves.values(), population, question.moment.featuresTable);
  return combine(plan, answers, universe, question.lists);
}

/** ` and profile = 7`, or a list of them. */
export function scopeOf(profiles: readonly number[]) {
  const [first, ...more] = profiles;
  if (first !== undefined && more.length === 0) return sql` and profile = ${first}`;
  return sql` and profile in (select unnest(cast(${`[${profiles.join(',')}]`} as integer[])))`;
}
