import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBType, DuckDBValue } from '@duckdb/node-api';

/** Statements that are planned once and run again and again, by their text. */
export type KeptStatements = {
  /** The statement with these values bound to it; planned now where it was not before. */
  readonly bound: (text: string, values: readonly DuckDBValue[], types: readonly (DuckDBType | undefined)[]) => Promise<DuckDBPreparedStatement>;
  readonly forget: () => void;
};

/** More than a round of live data has, whatever its segments; beyond it somebody makes ever new texts, and all are forgotten. */
const mostKept = 4000;

export function keepStatements(connection: DuckDBConnection): KeptStatements {
  const kept = new Map<string, DuckDBPreparedStatement>();
  const forget = (): void => {
    for (const statement of kept.values()) statement.destroySync();
    kept.clear();
  };
  return {
    forget,
    bound: async (text, values, types) => {
      if (kept.size >= mostKept) forget();
      let statement = kept.get(text);
      if (statement === undefined) {
        statement = await connection.prepare(text);
        kept.set(text, statement);
      }
      if (values.length > 0) statement.bind([...values], types as DuckDBType[]);
      return statement;
    },
  };
}

/** Statements that change what tables and variables there are: to keep them planned brings nothing. */
export const changesTheLayout = (text: string): boolean => /^\s*(?:create|drop|alter|set|pragma|attach|detach)\b/i.test(text);
