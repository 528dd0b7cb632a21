import { type Control, openControl } from '../control/index.ts';
import type { Effects, Workspace } from '../core/index.ts';
import { migrate, type Warehouse } from '../warehouse/index.ts';
import type { DataFolder } from './folder.ts';
import { settleRefunds } from './settle-refunds.ts';
import { settleImports, settleMembers, settlePeople } from './settle.ts';
import { readWorkspace, type WorkspaceOptions, workspaceFrom, writeWorkspace } from './workspace.ts';

/** Brings both stores to the newest schema and settles whatever a crash left between them; a new workspace gets the settings in `create`. */
export async function settleOpened(
  folder: DataFolder,
  warehouse: Warehouse,
  effects: Effects,
  create: WorkspaceOptions | undefined,
): Promise<{ readonly control: Control; readonly workspace: Workspace }> {
  await migrate(warehouse);
  const control = await openControl(folder.control);
  if (create !== undefined) await writeWorkspace(control, workspaceFrom(create));
  await settleImports(control, warehouse, folder);
  await settlePeople(control, warehouse, effects);
  await settleMembers(warehouse);
  const workspace = await readWorkspace(control);
  await settleRefunds(warehouse, workspace);
  return { control, workspace };
}
