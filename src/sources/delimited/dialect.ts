/** How a text file is cut into cells. `white-space` is any run of blanks, with padding at both ends ignored. */
export type Dialect = {
  readonly delimiter: string;
  /** Null when quotes are ordinary characters. */
  readonly quote: string | null;
  /** Usually the quote itself, doubled; a backslash in exports of some databases. */
  readonly escape: string;
};

export const whiteSpace = 'white-space';
