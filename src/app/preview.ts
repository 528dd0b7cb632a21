import { formatInstant } from '../core/index.ts';
import { describe } from '../language/index.ts';
import { preview, type Preview } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { checkedCondition } from './conditions.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { listsOf } from './segment-inputs.ts';
import { vocabularyOf } from './vocabulary.ts';

export type PreviewAnswer = Preview & { readonly sentence: string; readonly text: string; readonly as_of: string; readonly warnings: readonly string[] };

/**
 * Counts the customers an expression holds for. `nextChange: false` leaves the next change out, for an answer while somebody is typing.
 * Throws `segment.syntax` with position and hint for a bad one.
 */
export async function previewText(app: App, text: string, asOf: string | undefined, options: { readonly nextChange?: boolean } = {}): Promise<PreviewAnswer> {
  const at = await resolveAsOf(app, asOf);
  await ensureRefreshed(app, at);
  const vocabulary = await vocabularyOf(app);
  const checked = checkedCondition(text, vocabulary);
  const moment = await momentFor(app, at, [checked.tree], vocabulary);
  const found = await preview(app.warehouse, checked.tree, moment, { lists: await listsOf(app), cache: app.previewCache, ...options });
  return {
    members: found.members,
    share: found.share,
    sentence: describe(checked.tree, vocabulary),
    clauses: found.clauses,
    next_change: found.next_change,
    sample: found.sample,
    text: checked.text,
    as_of: formatInstant(at.at),
    next_change_exact: found.next_change_exact,
    warnings: checked.warnings.map(({ message, hint }) => [message, hint].filter((part) => part !== '').join(' ')),
  };
}
