import type { NextStepsAnswer } from '../../contract/schemas.ts';
import type { Condition } from '../../language/index.ts';
import type { Fragment } from '../../sql/index.ts';

export type Step = NextStepsAnswer['steps'][number];

/** How many days ago those of a step ordered last: the least and the most of them. */
export type LastOrders = { readonly least: number; readonly most: number };

/** A step whose people one look at the features finds. `amount` is money of one of them, summed over all. */
export type FeatureStep = {
  readonly kind: Step['kind'];
  readonly where: Fragment;
  readonly amount: Fragment;
  readonly expression: Condition;
  readonly words: (
    people: number,
    amount: number,
    last: LastOrders,
  ) => Pick<Step, 'title' | 'why' | 'action' | 'segment_name' | 'money_per_year' | 'reckoning'>;
};

/** Of those whom a message reaches, how many it is assumed to bring: one in ten. Said wherever it is used. */
export const lift = 0.1;
