import { mostPairs } from '../contract/schemas.ts';
import { ClienteleError, countOf, formatInstant } from '../core/index.ts';
import { decideSeveral, findDuplicates, type ProbableDuplicate, readDecisions, withdrawDecision } from '../profiles/index.ts';
import { sql } from '../sql/index.ts';
import { userName } from './definition-context.ts';
import { profilesChanged } from './identity.ts';
import type { App } from './open.ts';

export type SeveralDecided = {
  /** By which it can be taken back as one: the instant at which it was decided. */
  readonly decision: string;
  readonly pairs: number;
  /** How many customers fewer there are. */
  readonly fewer: number;
  readonly message: string;
};

export type SeveralRequest = {
  readonly pairs: readonly { readonly one: number; readonly other: number }[];
  readonly same: boolean;
  readonly author: string | undefined;
};

/**
 * One word on several probable duplicates: the same customer, or different people. All of them or, where one is no longer listed as probable, none: whoever chose from
 * an older list has to look again.
 */
export async function decideDuplicates(app: App, { pairs, same, author }: SeveralRequest, asOf: string | undefined): Promise<SeveralDecided> {
  const listed = new Set(
    (await findDuplicates(app.warehouse, { limit: mostPairs, decisions: await readDecisions(app.control) })).map(({ a, b }) => keyOf(a.profile, b.profile)),
  );
  const chosen = [...new Map(pairs.map((pair) => [keyOf(pair.one, pair.other), pair])).entries()];
  const gone = chosen.filter(([key]) => !listed.has(key)).length;
  if (chosen.length === 0) throw new ClienteleError('merge.invalid', { detail: 'No pairs were chosen.' });
  if (gone > 0)
    throw new ClienteleError('merge.invalid', {
      detail: `${countOf(gone, 'pair', ['is', 'are'])} no longer listed as probable duplicates, so nothing was decided. Look at the list again.`,
    });
  const by = { author: author ?? userName(), at: app.effects.now() };
  const before = await customers(app);
  await decideSeveral(
    app.warehouse,
    app.control,
    chosen.map(([, pair]) => pair),
    same ? 'together' : 'apart',
    by,
  );
  const fewer = before - (await customers(app));
  if (fewer > 0) await profilesChanged(app, asOf);
  const decision = formatInstant(by.at);
  const what = same
    ? `${countOf(chosen.length, 'pair', ['is', 'are'])} one customer each now: ${countOf(fewer, 'customer')} fewer.`
    : `${countOf(chosen.length, 'pair', ['is', 'are'])} of different people and will not be listed again.`;
  return { decision, pairs: chosen.length, fewer, message: `${what} Take all of it back with \`clientele duplicates --undo ${decision}\`.` };
}

/** Takes back as one what was decided at once. */
export async function undoDecision(app: App, decision: string, asOf: string | undefined): Promise<{ readonly pairs: number; readonly message: string }> {
  const before = await customers(app);
  const pairs = await withdrawDecision(app.warehouse, app.control, decision, app.effects.now());
  if ((await customers(app)) !== before) await profilesChanged(app, asOf);
  return { pairs, message: `${countOf(pairs, 'pair', ['is', 'are'])} undecided again, as before.` };
}

export type AlikeRequest = {
  /** As the list names it before the colon (`same name and postcode`), and how sure it is in percent. */
  readonly because: string;
  readonly sure: number;
  readonly same: boolean;
  /** Else it is only said what would be decided. */
  readonly yes: boolean;
  readonly author: string | undefined;
};

/** The same word on all probable duplicates of one reason and one certainty; first without deciding anything, to be looked at. */
export async function decideAlike(
  app: App,
  { because, sure, same, yes, author }: AlikeRequest,
  asOf: string | undefined,
): Promise<{ readonly pairs: readonly ProbableDuplicate[]; readonly decided: SeveralDecided | null }> {
  const listed = await findDuplicates(app.warehouse, { limit: mostPairs, decisions: await readDecisions(app.control) });
  const pairs = listed.filter(({ reason, score }) => kindOfReason(reason) === kindOfReason(because) && Math.round(score * 100) === sure);
  if (pairs.length === 0) {
    const kinds = [...new Set(listed.map(({ reason, score }) => `"${kindOfReason(reason)}" --sure ${Math.round(score * 100)}`))];
    throw new ClienteleError('merge.invalid', {
      detail: `No probable duplicates have the reason "${because}" at ${sure}%.${kinds.length === 0 ? '' : ` There are ${kinds.join(', ')}.`}`,
    });
  }
  if (!yes) return { pairs, decided: null };
  const chosen = pairs.map(({ a, b }) => ({ one: a.profile, other: b.profile }));
  return { pairs, decided: await decideDuplicates(app, { pairs: chosen, same, author }, asOf) };
}

const kindOfReason = (reason: string): string => (reason.split(':')[0] ?? '').trim().toLowerCase();
const keyOf = (one: number, other: number): string => `${Math.min(one, other)} ${Math.max(one, other)}`;

const customers = async ({ warehouse }: App): Promise<number> => (await warehouse.row<{ n: number }>(sql`select count(*) as n from profiles`))?.n ?? 0;
