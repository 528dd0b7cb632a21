import { preview, readSegment } from '../segments/index.ts';
import type { AsOf } from './as-of.ts';
import { checkedCondition } from './conditions.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { listsOf } from './segment-inputs.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The earliest instant at which time alone changes a segment's members; null for never, and for a frozen segment. */
export async function nextChangeOf(app: App, slug: string, asOf: AsOf): Promise<string | null> {
  const segment = await readSegment(app.control, slug);
  if (segment.mode === 'static') return null;
  const vocabulary = await vocabularyOf(app);
  const { tree } = checkedCondition(segment.text, vocabulary);
  return (await preview(app.warehouse, tree, await momentFor(app, asOf, [tree], vocabulary), { lists: await listsOf(app) })).next_change;
}
