import type { StoredModel } from '../../predict/index.ts';
import { churn, type KeptClassifier, nextOrder } from './kinds/classifier.ts';

/** A classifier that acts. */
export type Speaking = { readonly stored: StoredModel; readonly kept: KeptClassifier };

/** By which what is expected of customers goes: `none` makes the chance of no order within its days out of what it says. */
export type ActingSilence = Speaking & { readonly none: (told: number) => number };

const speaking = (acting: readonly StoredModel[], name: string): Speaking | undefined => {
  const stored = acting.find(({ model }) => model === name);
  return stored === undefined ? undefined : { stored, kept: stored.content as KeptClassifier };
};

/** Who of the members will leave, where one acts that was asked so: it says nothing of orders, which are charges there. */
export const actingLeaving = (acting: readonly StoredModel[]): (Speaking & { readonly ends: string }) | undefined => {
  const found = speaking(acting, churn.model);
  return found?.kept.task.ends === undefined ? undefined : { ...found, ends: found.kept.task.ends };
};

/** Who stays away; where that is asked of members, who leave and do not stay away, who will order next tells whose charge is due. */
export const actingSilence = (acting: readonly StoredModel[]): ActingSilence | undefined => {
  const leaving = actingLeaving(acting) !== undefined;
  const found = speaking(acting, leaving ? nextOrder.model : churn.model);
  return found === undefined ? undefined : { ...found, none: leaving ? (told) => 1 - told : (told) => told };
};

/** The days that it is asked of. */
export const silenceDays = (acting: readonly StoredModel[]): number | undefined => actingSilence(acting)?.kept.task.horizonDays;
