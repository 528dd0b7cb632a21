import { createContext, useContext } from 'react';
import type { Vocabulary } from '../../../../language/index.ts';
import type { Editor } from './use-editor.ts';

/** What every part of the builder may use. */
export type BuilderWorld = {
  readonly editor: Editor;
  readonly vocabulary: Vocabulary;
  /** Slug of the segment that is edited: it can't refer to itself. */
  readonly self: string | undefined;
  readonly members: ReadonlyMap<string, number>;
  /** By condition: texts in it that occur nowhere, with those written nearly so. */
  readonly hints: ReadonlyMap<string, readonly { readonly what: string; readonly value: string; readonly near: readonly string[] }[]>;
  readonly customers: number | undefined;
  readonly stale: boolean;
  /** The text can't be read: the conditions are those of before, and can't be edited past it. */
  readonly locked: boolean;
  readonly announce: (message: string) => void;
  /** Puts the focus into a node once it is shown: on its handle, or on its first field. */
  readonly focus: (id: string, on: 'handle' | 'field') => void;
  readonly drag: { readonly id: string | undefined; readonly start: (id: string) => void; readonly end: () => void };
};

export const BuilderContext = createContext<BuilderWorld | undefined>(undefined);

export function useBuilder(): BuilderWorld {
  const world = useContext(BuilderContext);
  if (world === undefined) throw new Error('Outside the builder.');
  return world;
}
