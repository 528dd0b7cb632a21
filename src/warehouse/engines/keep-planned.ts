import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import type { Instant } from '../../core/index.ts';
import type { Fragment } from '../../sql/index.ts';
import type { KeptStatements } from './kept-statements.ts';
import { fillInstants, fixed, instantsTable } from './planned-once.ts';

/** Statements over one connection that hold no parameters (see `fixed`), planned when they first come. */
export type KeepPlanned = {
  /** Ready to run; undefined where it has to be run with parameters. */
  readonly statement: (statement: Fragment) => Promise<DuckDBPreparedStatement | undefined>;
  /** Forgets which instants the engine has been told, where a transaction was taken back. */
  readonly forget: () => void;
};

/** More than the statements of a workspace. */
const mostRefused = 1000;

/** `note` is told what is made for it. */
export function keepPlanned(connection: DuckDBConnection, kept: KeptStatements, note: (text: string) => void): KeepPlanned {
  let hasTable = false;
  let told = '';
  const refused = new Set<string>();
  const tell = async (instants: readonly Instant[]): Promise<void> => {
    if (instants.length === 0 || told === instants.join()) return;
    if (!hasTable) {
      await connection.run(instantsTable);
      note(instantsTable);
    }
    hasTable = true;
    await connection.run(fillInstants(instants));
    told = instants.join();
  };
  return {
    forget: () => {
      hasTable = false;
      told = '';
    },
    statement: async (statement) => {
      const once = fixed(statement);
      if (once === undefined || refused.has(once.text)) return undefined;
      await tell(once.instants);
      try {
        return await kept.bound(once.text, [], []);
      } catch {
        // Not everything can be asked beside a row; with parameters it says itself what is wrong with it.
        if (refused.size >= mostRefused) refused.clear();
        refused.add(once.text);
        return undefined;
      }
    },
  };
}
