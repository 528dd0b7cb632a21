import { ClienteleError, type Workspace } from '../core/index.ts';
import { sql } from '../sql/index.ts';
import { beforeSettingsChange } from './before-settings-change.ts';
import type { App } from './open.ts';
import { settleRefunds } from './settle-refunds.ts';
import { type WorkspaceOptions, workspaceFrom, writeWorkspace } from './workspace.ts';

/** What totals, times and phone numbers were read with. */
const fixedByFacts = { currency: 'The currency', zone: 'The time zone', country: 'The country' } as const;

/** Changes a workspace's settings. Throws `setting.fixed` for one that recorded facts depend on, `setting.invalid` for one that is none. */
export async function changeWorkspace(app: App, options: WorkspaceOptions): Promise<Workspace> {
  const next = workspaceFrom(options, app.workspace);
  const held = await app.warehouse.row(sql`select batch from batches limit 1`);
  for (const [key, name] of Object.entries(fixedByFacts)) {
    const field = key as keyof typeof fixedByFacts;
    if (held !== undefined && next[field] !== app.workspace[field]) throw new ClienteleError('setting.fixed', { name });
  }
  await beforeSettingsChange(app);
  await writeWorkspace(app.control, next);
  await settleRefunds(app.warehouse, next);
  return next;
}
