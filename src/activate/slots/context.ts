import type { Control } from '../../control/index.ts';
import { type Effects, formatInstant } from '../../core/index.ts';
import type { Vocabulary } from '../../language/index.ts';

/** What a change of slots needs: the store, the words that rules may use, who changes, and the world. */
export type SlotContext = {
  readonly control: Control;
  readonly vocabulary: Vocabulary;
  readonly author: string;
  readonly effects: Pick<Effects, 'now' | 'randomId'>;
};

export const timestamp = (context: Pick<SlotContext, 'effects'>): string => formatInstant(context.effects.now());

/** Runs a change as one transaction; inside, the store is reached through the context that is handed over. */
export const inTransaction = <T>(context: SlotContext, change: (context: SlotContext) => Promise<T>): Promise<T> =>
  context.control.isTransaction ? change(context) : context.control.transaction().execute((control) => change({ ...context, control }));
