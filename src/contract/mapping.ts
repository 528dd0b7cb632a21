import type { Kind } from './kinds.ts';

/** What a column of a source means. */
export type ColumnMapping = {
  /** The header as written in the file; for files without a header `column1`, `column2` … */
  readonly header: string;
  /** A field of the kind, `custom` (kept under `name` as a trait or property) or `ignore`. `id:NAMESPACE` is an identifier of that source, such as `id:stripe`. */
  readonly field: string;
  /** For `custom`: the name it is kept under (`fieldName(header)`). */
  readonly name?: string;
  /** 1 for presets and explicit mappings; guesses say how sure they are, 0 to 1. */
  readonly confidence: number;
  /** Why, in a few words: `header`, `looks like e-mails`, `preset shopify-orders`, `--map`. */
  readonly reason: string;
  /** Local overrides of the options below. */
  readonly dateOrder?: DateOrder;
};

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** An order counts, was given back in full, or never became a sale. */
export const statusReadings = ['counts', 'refunded', 'void'] as const;
export type StatusReading = (typeof statusReadings)[number];

export type MappingOptions = {
  readonly dateOrder?: DateOrder;
  readonly decimal?: 'point' | 'comma';
  readonly currency?: string;
  /** Zone of clock times that name none; the workspace's unless the preset says otherwise (Mailchimp: UTC). */
  readonly zone?: string;
  /** ISO country for phones without a country code. */
  readonly country?: string;
  /** Splits multi-values of list fields; default `,` then `;`. */
  readonly listSeparator?: string;
  /** What words in columns of yes and no mean that are not understood by themselves (`{ 'jo mei': 'yes' }`); capitals do not matter. */
  readonly meanings?: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
  /** What a record of feedback is when no column says so. */
  readonly feedbackKind?: 'review' | 'ticket' | 'survey';
  /** Constant fields, such as `{ status: 'unsubscribed' }` read off a file's name. */
  readonly constants?: Readonly<Record<string, string>>;
  /** An order's fields stand on its first row only and are inherited by the rows below with the same order id (Shopify). */
  readonly inheritRows?: boolean;
  /** Column whose value marks an order of this source as a return (Square `Event Type` = Refund): header and value. */
  readonly returnWhen?: { readonly header: string; readonly equals: string };
  /** Statuses (lower case) that make an order not count; presets extend the default list. */
  readonly voidStatuses?: readonly string[];
  /** What the words of the status column mean where they are not to be read as they would be by themselves (`{ wartet: 'void' }`); capitals do not matter. */
  readonly statuses?: Readonly<Record<string, StatusReading>>;
  /**
   * Orders without an order id: the headers whose values together tell one order from another (customer and day, say). `['#row']`
   * (`ROW_HASH`) makes every row an order of its own, its id the hash of the row's content with an occurrence number.
   */
  readonly orderIdFrom?: readonly string[];
  /** Customers without any identifier, the same way: `['#row']` makes every row a customer of its own. */
  readonly customerIdFrom?: readonly string[];
  /** The instant's column holds a date only: header of the clock time, and of the zone's name where there is one (Square). Joined by `understand`. */
  readonly timeFrom?: { readonly time: string; readonly zone?: string };
  /**
   * Rows that belong together fill each other's blanks in `columns`: from the first row with the same value in `by` that fills them (variants below
   * their product, Shopify), or with `from` from the row that has in one of those columns what this one says in `by` (a variation names its parent, WooCommerce).
   * Filled in by `understand`.
   */
  readonly inheritColumns?: { readonly by: string; readonly from?: readonly string[]; readonly columns: readonly string[] };
  /** Columns that tell the variants of a product apart: added to the product's name as order lines write it (`Assam - 250 g`). */
  readonly variantFrom?: readonly string[];
  /** Columns that together stand in for a product id that is blank, as `assam/250 g`. */
  readonly productIdFrom?: readonly string[];
  /** The category is a path (`Drinks > Tea`), of which the last part is kept; of `several` between commas, the first. */
  readonly categoryPath?: 'one' | 'several';
  /** Values that mean nothing, by field (WooCommerce's customer 0 is a guest). Emptied by `understand`. */
  readonly blanks?: Readonly<Record<string, readonly string[]>>;
  /** Rows with a negative total carry the id of the order they give back from: `understand` adds this and their date to it. */
  readonly returnIdSuffix?: string;
  /** Instants are counts since 1970 in this unit. Written out by `understand`. */
  readonly epoch?: 'seconds' | 'milliseconds' | 'microseconds';
  /** How instants with an offset of their own are written, in strptime's words (Google Forms). Written out in UTC by `understand`. */
  readonly instantFormat?: string;
  /** Names for events that have none, by the value of another column (tracking calls: `page` is `Page Viewed`). Filled in by `understand`. */
  readonly eventNames?: { readonly header: string; readonly names: Readonly<Record<string, string>> };
  /** Events named as the e-commerce specification names them tell of orders (`Order Completed` …): those become orders and lines beside the events, as they do live. */
  readonly ordersFromEvents?: boolean;
};

/** In `orderIdFrom` and `customerIdFrom`: the whole row, so that each row stands for itself. */
export const ROW_HASH = '#row';

/** Saved with --save-mapping as YAML, reused with --mapping. */
export type Mapping = {
  readonly version: 1;
  /** A preset's id, or `guessed`, or `mapped`. */
  readonly preset: string;
  readonly kind: Kind;
  /** Name of the source: records are unique per (source, id). Presets: their product's name (`shopify`); else `shop` unless --source says otherwise. */
  readonly source: string;
  readonly columns: readonly ColumnMapping[];
  readonly options: MappingOptions;
  /** What a person should know before they import; not saved. */
  readonly warnings?: readonly string[];
};
