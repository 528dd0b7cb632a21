import type { Survey } from './survey.ts';

/** Folders of the library: one per kind of segmentation. */
export type Folder =
  | 'Demographic'
  | 'Geographic'
  | 'Behavioural'
  | 'Value'
  | 'RFM'
  | 'Lifecycle'
  | 'Engagement'
  | 'Needs and interests'
  | 'Business'
  | 'Journey'
  | 'Language'
  | 'Consent';

/** A segment made for this shop. `text` is in the segment language; `note` says why it matters and what to do with it. */
export type ReadySegment = { readonly slug: string; readonly name: string; readonly folder: Folder; readonly text: string; readonly note: string };

/** What a template makes; its folder follows from the template, and its slug from the name unless it has its own. */
export type Draft = { readonly name: string; readonly slug?: string; readonly text: string; readonly note: string };

/** One idea for segments, which looks at what the shop's data holds and makes as many as it supports, most useful first. */
export type Template = {
  /** Its name in the manual. */
  readonly id: string;
  /** The data it needs, in the manual's words. */
  readonly needs: string;
  /** Its segments only make sense together, so none is left out where room is short. */
  readonly whole?: boolean;
  readonly make: (survey: Survey) => readonly Draft[];
};

/** A text as the segment language quotes it: quotes and backslashes escaped, control characters as \\u0000. */
export const quoted = (value: string): string =>
  `"${value
    .toWellFormed()
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll(/\p{Cc}/gu, (character) => String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0'))}"`;

/** `("a", "b")`. */
export const quotedList = (values: readonly string[]): string => `(${values.map(quoted).join(', ')})`;
