import { learnClassifier } from './classify/learn.ts';
import { findGroups } from './groups/find-groups.ts';
import { learnRecommender } from './recommend/learn.ts';
import { fitChosen, judgeLooks } from './value/choose/judge-looks.ts';

/**
 * The long sums of training: functions of plain data and typed arrays, so that they can be done in another thread. `progress` is told the share that is done.
 */
export const computations = { classifier: learnClassifier, groups: findGroups, recommender: learnRecommender, orders: judgeLooks, order: fitChosen } as const;
export type Computations = typeof computations;

/** How a sum is done: here, or wherever the caller has it done. Rejects when it was called off. */
export type Compute = <Name extends keyof Computations>(
  name: Name,
  input: Parameters<Computations[Name]>[0],
  progress: (share: number) => void,
) => Promise<ReturnType<Computations[Name]>>;

/** In this very thread: for whoever has no other. */
export const computeHere: Compute = async (name, input, progress) =>
  // What comes out of `computations[name]` is what the type of `Compute` says; the compiler can not follow a name into a table of functions.
  (computations[name] as (input: never, progress: (share: number) => void) => unknown)(input as never, progress) as never;
