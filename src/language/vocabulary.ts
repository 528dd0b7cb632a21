/** What a segment may speak of in this workspace: the words, their types, and where they lie in the warehouse. */
export type ValueType = 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'list';

/** A word of the vocabulary about a customer. */
export type AttributeWord = Word & {
  /** `attributes` (winning traits, table alias a) or `features` (alias f), and the column there. */
  readonly table: 'attributes' | 'features';
};

/** A word about a visit, with what the manual says of it. It is only known while somebody is there. */
export type VisitWord = Word & { readonly table: 'context'; readonly meaning: string; readonly example: string };

/** What may stand left of an operator by its name. */
type Word = {
  readonly name: string;
  /** Shown in sentences: `average order value`. */
  readonly label: string;
  readonly type: ValueType;
  /** Anything else it may be called, in lower case: `average order value`, `aov`. */
  readonly aliases?: readonly string[];
  /** Unit of a number for sentences: `GBP`, `days`. */
  readonly unit?: string;
  readonly column: string;
  /** What a number can never be below or above: a count is never negative. */
  readonly least?: number;
  readonly most?: number;
  /** Known values, most frequent first, for suggestions; at most 50. */
  readonly values?: readonly string[];
  /** True of a number of an imported list that is 0 or 1 wherever it is known, and no count: sentences tell it as yes or no. Conditions compare it as the number that it is. */
  readonly yesNo?: boolean;
  /** True for `birthday`: windows are anniversary-aware. */
  readonly anniversary?: boolean;
};

/** A field of a kind of fact. */
export type FactWord = { readonly name: string; readonly label: string; readonly type: ValueType; readonly column: string };

/** Of the facts in one table: further columns that imports kept, and fixed columns that none of them fills. */
export type RecordedFields = { readonly properties: readonly string[]; readonly empty: readonly string[] };

export type Vocabulary = {
  readonly attributes: ReadonlyMap<string, AttributeWord>;
  /** Names of events seen, most frequent first. Unknown names are a warning with a suggestion, never an error: the event may yet come. */
  readonly events: readonly string[];
  /** How many there were of each when it was last looked: for choosing between ways to the same answer. */
  readonly eventCounts?: ReadonlyMap<string, number>;
  /** Properties of events beyond the fixed columns: name → type, read from the JSON in `properties`. */
  readonly eventProperties: ReadonlyMap<string, ValueType>;
  /** What is recorded of orders, items and feedback, by their table; left out where nobody has looked. */
  readonly recorded?: ReadonlyMap<string, RecordedFields>;
  /** slug → name and definition text, for `in segment`. */
  readonly segments: ReadonlyMap<string, { readonly name: string; readonly text: string }>;
  readonly currency: string;
  /** Traits that are understood once a source brings them, name → label: "no data for birthday yet". */
  readonly standardWords?: ReadonlyMap<string, string>;
  /** True where a request is at hand, as in the rules of slots: then `context.` words may be used, too. */
  readonly atRequest?: boolean;
};
