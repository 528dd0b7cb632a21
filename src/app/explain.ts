import { explain, type Explanation, listSegments, readSegment } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { checkedCondition } from './conditions.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { featureSettings, lifecycleStages } from './settings.ts';
import { listsOf } from './segment-inputs.ts';
import { vocabularyOf } from './vocabulary.ts';
import { profileOf } from './profile-of.ts';

/** Why a customer is in a segment (by slug or name) or would be in an expression's. Throws `customer.unknown`, `segment.syntax`. */
export async function explainText(app: App, slugOrText: string, customer: string, asOfText: string | undefined): Promise<Explanation> {
  const asOf = await resolveAsOf(app, asOfText);
  await ensureRefreshed(app, asOf);
  const profile = await profileOf(app, customer);
  const segments = await listSegments(app.control);
  const segment = segments.find(({ slug, name }) => slug === slugOrText || name.toLowerCase() === slugOrText.toLowerCase());
  // One word can be no expression: it was meant as a segment's name.
  if (segment === undefined && /^[\p{L}\p{N}_-]+$/u.test(slugOrText)) await readSegment(app.control, slugOrText);
  const vocabulary = await vocabularyOf(app);
  const { tree } = checkedCondition(segment?.text ?? slugOrText, vocabulary);
  const moment = await momentFor(app, asOf, [tree], vocabulary);
  const lists = await listsOf(app);
  const rules = { features: await featureSettings(app.control), stages: await lifecycleStages(app.control) };
  return explain(app.warehouse, tree, moment, profile, lists, segment === undefined ? {} : lists.get(segment.slug), rules);
}
