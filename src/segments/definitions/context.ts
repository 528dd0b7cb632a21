import { type Effects, formatInstant } from '../../core/index.ts';
import type { Control } from '../../control/index.ts';
import type { Vocabulary } from '../../language/index.ts';
import { listSegments } from './read.ts';

/** What a change of definitions needs: the store, the words that definitions may use, who changes, and the world. */
export type DefinitionContext = {
  readonly control: Control;
  /** Its `segments` are not regarded: they are read from the store. */
  readonly vocabulary: Vocabulary;
  readonly author: string;
  readonly effects: Pick<Effects, 'now' | 'randomId'>;
};

export const timestamp = (context: Pick<DefinitionContext, 'effects'>): string => formatInstant(context.effects.now());

/** The vocabulary with the segments that the store holds now. */
export async function currentVocabulary(control: Control, vocabulary: Vocabulary): Promise<Vocabulary> {
  const segments = new Map((await listSegments(control)).map(({ slug, name, text }) => [slug, { name, text }]));
  return { ...vocabulary, segments };
}

/** Runs a change as one transaction; inside, the store must be reached through the context that is handed over. */
export const inTransaction = <C extends { readonly control: Control }, T>(context: C, change: (context: C) => Promise<T>): Promise<T> =>
  context.control.isTransaction ? change(context) : context.control.transaction().execute((control) => change({ ...context, control }));
