/** A result that streams: its columns first, then its rows as text in portions. */
export type QueryResult = { readonly columns: readonly string[]; readonly portions: AsyncIterable<readonly (readonly (string | null)[])[]> };
