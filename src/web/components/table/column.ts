import type { ReactNode } from 'react';

/** A column of a table: what it is called, how a row is shown in it. */
export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  readonly align?: 'left' | 'right';
  /** The server can sort by it; its id is what it is asked for. */
  readonly sortable?: boolean;
  /** Shown only when chosen. */
  readonly optional?: boolean;
  /** The title of the card on a phone, and the cell that names the row. */
  readonly primary?: boolean;
  /** Stands below the heading: what narrows the rows by this column. */
  readonly filter?: ReactNode;
};

export type Sort = { readonly column: string; readonly descending: boolean };
