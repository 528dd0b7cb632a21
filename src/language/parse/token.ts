/** One piece of a definition. `end` is the offset after it; `glued` says that no blank stands before it. */
export type Token = {
  readonly kind: 'word' | 'quoted' | 'number' | 'date' | 'symbol' | 'end';
  /** The value: a word as written, a quoted text without quotes and escapes, a date in canonical form. */
  readonly text: string;
  readonly number: number;
  readonly offset: number;
  readonly end: number;
  readonly glued: boolean;
};

/** A trouble met while reading characters; reported only when the parser gets there. */
export type LexicalTrouble = {
  readonly offset: number;
  readonly length: number;
  readonly code: 'syntax.character' | 'syntax.quote' | 'syntax.number';
  readonly message: string;
  readonly hint: string;
};
