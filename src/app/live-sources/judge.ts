import type { Interpret } from '../../contract/index.ts';
import { troubleOf } from '../../ingest/index.ts';

/** What a message says, as `interpret`, and refused as well where it can be read but not be recorded: amounts in another currency, say. */
export const judgeBy =
  (interpret: Interpret, currency: () => string): Interpret =>
  (message) => {
    const said = interpret(message);
    if (!said.ok) return said;
    const trouble = said.records.flatMap((record) => troubleOf(record, currency()) ?? [])[0];
    return trouble === undefined ? said : { ok: false, ...trouble };
  };
