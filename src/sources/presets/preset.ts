import type { Kind, MappingOptions } from '../../contract/index.ts';

/** One system's export: how it is recognised and what its columns mean. */
export type Preset = {
  readonly id: string;
  /** The system and the export, as its users call them. */
  readonly title: string;
  readonly kind: Kind;
  readonly source: string;
  /** Headers that every file of this kind has, in any order and any case; a list inside is "one of these". */
  readonly signature: readonly (string | readonly string[])[];
  /** Headers that show a file of another preset. */
  readonly without?: readonly string[];
  /** Field → the header that fills it; of several the first that the file has. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** Field → how the heading of a column reads that fills it where no header above does: a question that each shop words in its own way. */
  readonly worded?: Readonly<Record<string, RegExp>>;
  /** Header → the name under which it is kept, where its own would say what it is not. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Headers that carry nothing worth keeping; `*` stands for anything. */
  readonly ignore?: readonly string[];
  readonly options?: MappingOptions;
  /** Options that name columns, which an export calls by one name or another: `first` is that of the choices which the file has. */
  readonly optionsByHeaders?: (first: (...choices: readonly string[]) => string | undefined, headers: readonly string[]) => MappingOptions;
  /** Rows in which all of these columns are blank are no records (SurveyMonkey's second row of headings, Shopify's further pictures); they are not staged. */
  readonly skipRowsWithout?: readonly string[];
  /** What the file's name adds, for systems that write one file per status. */
  readonly optionsByName?: (fileName: string) => MappingOptions;
  readonly warnings?: readonly string[];
};
