/**
 * A plan is made for the tables that there are, as of the transaction that it is made in. Once they are others, or that transaction is committed in which they were made, the engine plans a
 * kept statement anew each time it runs and says nothing (DuckDB 1.5.6; it took two thirds of the time of a round's conditions). So whoever keeps statements is told when to make them anew.
 */
export type WatchLayout = {
  /** Notes what a statement that has run changes. */
  readonly note: (text: string) => void;
  /** After a commit, after a rollback. */
  readonly ended: () => void;
  /** Whether kept statements were made for other tables than there are now. Says so once. */
  readonly isAnother: () => boolean;
};

/** How often what tables there are has been changed for all connections. */
export type SharedLayout = { changes: number };

const changing = /^\s*(?:create|drop|alter)\b/i;
const makesTemporary = /^\s*create\s+(?:or\s+replace\s+)?temp(?:orary)?\s+\w+\s+(?:if\s+not\s+exists\s+)?"?(\w+)/i;
const changesNamed = /^\s*(?:drop|alter)\s+\w+\s+(?:if\s+exists\s+)?(?:temp\.main\.)?"?(\w+)/i;

/** `inTransaction`: whether the connection is in one. */
export function watchLayout(shared: SharedLayout, inTransaction: () => boolean): WatchLayout {
  const temporary = new Set<string>();
  let seen = shared.changes;
  let isOther = false;
  let pending: 'nothing' | 'of its own' | 'of all' = 'nothing';
  const ended = (): void => {
    if (pending === 'of all') shared.changes += 1;
    if (pending !== 'nothing') isOther = true;
    pending = 'nothing';
  };
  return {
    note: (text) => {
      if (!changing.test(text)) return;
      const made = makesTemporary.exec(text)?.[1];
      const named = changesNamed.exec(text)?.[1] ?? '';
      if (made !== undefined) temporary.add(made);
      const isOwn = made !== undefined || temporary.has(named);
      if (/^\s*drop\b/i.test(text)) temporary.delete(named);
      isOther = true;
      if (pending !== 'of all') pending = isOwn ? 'of its own' : 'of all';
      if (!inTransaction()) ended();
    },
    ended,
    isAnother: () => {
      const is = isOther || seen !== shared.changes;
      isOther = false;
      seen = shared.changes;
      return is;
    },
  };
}
