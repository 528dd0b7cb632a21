import { ClienteleError, type Workspace } from '../core/index.ts';
import { sql } from '../sql/index.ts';
import type { App } from './open.ts';
import { type WorkspaceOptions, workspaceFrom, writeWorkspace } from './workspace.ts';

/**
 * Settles a workspace's settings. A workspace that already holds facts keeps its currency, zone and country: totals,
 * times and phone numbers were read with them.
 */
export async function initialise(app: App, options: WorkspaceOptions): Promise<Workspace> {
  if (app.created) return app.workspace;
  const held = await app.warehouse.row(sql`select batch from batches limit 1`);
  if (held !== undefined) throw new ClienteleError('workspace.exists', { folder: app.folder.root });
  const workspace = workspaceFrom(options, app.workspace);
  await writeWorkspace(app.control, workspace);
  return workspace;
}
