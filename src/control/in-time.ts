import { type RawBuilder, sql } from 'kysely';

/**
 * A column of instants as microseconds. Of texts only those that `stamp` wrote sort as their times do: one without zeros at its end stands after all
 * others of its second (`…05Z` after `…05.12Z`), so whoever compares columns or orders by them does so by this.
 */
export const inTime = (column: string): RawBuilder<number> => sql<number>`micros(${sql.ref(column)})`;

/** The order in which rows of a table were written. */
export const asWritten: RawBuilder<number> = sql<number>`rowid`;
