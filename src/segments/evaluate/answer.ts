import type { Leaf } from '../../language/index.ts';
import { empty, type Fragment } from '../../sql/index.ts';
import type { ProfileSet } from './profile-set.ts';
import type { Universe } from './universe.ts';

/** What a leaf answers: the profiles for which it holds, or why that can not be computed. */
export type Answer = { readonly ok: true; readonly set: ProfileSet } | { readonly ok: false; readonly reason: string };
export type Answers = ReadonlyMap<string, Answer>;

/** What all leaves of a run are asked about: everybody, or a few profiles whose rows alone are read. */
export type Population = {
  readonly universe: Universe;
  readonly scope: Fragment;
  /** The tables hold a few profiles' rows and nothing else. */
  readonly few?: boolean;
};

export const everybody = (universe: Universe): Population => ({ universe, scope: empty });

/** Runs work for several leaves; when it fails, each is tried on its own, so that only the broken one is marked. */
export async function attempt<L extends Leaf>(
  leaves: readonly L[],
  answers: Map<string, Answer>,
  work: (leaves: readonly L[]) => Promise<unknown>,
): Promise<void> {
  try {
    await work(leaves);
  } catch (error) {
    const [only, ...more] = leaves;
    if (only !== undefined && more.length === 0) answers.set(only.key, { ok: false, reason: error instanceof Error ? error.message : String(error) });
    else for (const leaf of leaves) await attempt([leaf], answers, work);
  }
}
