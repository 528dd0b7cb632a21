/** Days ago that stand for "not in a year, or never". */
export const longAgo = 365;

const prefix = 'days_since_event:';
/** Column of a kind of event: how many days ago the last one was. */
export const eventColumn = (event: string): string => `${prefix}${event}`;
/** Which event a column is about; undefined of all other columns. */
export const eventOfColumn = (column: string): string | undefined => (column.startsWith(prefix) ? column.slice(prefix.length) : undefined);
