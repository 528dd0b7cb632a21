import { computeInWorker, type Shop } from '../../predict/index.ts';
import { sql } from '../../sql/index.ts';
import type { App } from '../open.ts';
import { featureSettings } from '../settings.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { foresightSettings } from './settings.ts';

/** What models read facts with; what the owner marked for the audit is not learned from. */
export async function shopOf(app: App): Promise<Shop> {
  const { fairness } = await foresightSettings(app.control);
  const ordered = await app.warehouse.row(sql`select 1 as one from orders where profile is not null and counts limit 1`);
  const feedback = await app.warehouse.rows<{ kind: 'review' | 'ticket' | 'survey' }>(sql`select distinct kind from feedback where profile is not null`);
  return {
    noOrders: ordered === undefined,
    workspace: app.workspace,
    vocabulary: await vocabularyOf(app),
    settings: await featureSettings(app.control),
    leaveOut: new Set(fairness),
    feedback: feedback.map(({ kind }) => kind),
  };
}

/** Sums in a thread of their own, ended when the work is cancelled; progress goes on being said in hundredths. */
export const worldOf = ({ effects, signal }: App) => ({
  compute: computeInWorker(signal),
  progress: (label: string, share: number): void => effects.progress({ label, done: Math.round(100 * share), total: 100 }),
});
