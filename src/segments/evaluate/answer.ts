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
