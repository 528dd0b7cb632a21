import { type Control, openControl } from '../control/index.ts';
import type { Effects, Workspace } from '../core/index.ts';
import { type MendedLog, migrate, type Warehouse } from '../warehouse/index.ts';
import { beforeSettingsChange } from './before-settings-change.ts';
import type { DataFolder } from './folder.ts';
import { settleRefunds } from './settle-refunds.ts';
import { type BroughtBack, settleImports, settleMembers, settlePeople } from './settle.ts';
import { readWorkspace, type WorkspaceOptions, workspaceFrom, writeWorkspace } from './workspace.ts';

/** The warehouse's log was damaged: where it lies now, and what it had held that was brought back. */
export type Mended = MendedLog & BroughtBack;

export type SettledStores = { readonly control: Control; readonly workspace: Workspace; readonly broughtBack: BroughtBack };

/** Brings both stores to the newest schema and settles whatever a crash left between them; a new workspace gets the settings in `create`. */
export async function settleOpened(
  folder: DataFolder,
  { warehouse, mended }: { readonly warehouse: Warehouse; readonly mended?: MendedLog },
  effects: Effects,
  create: WorkspaceOptions | undefined,
): Promise<SettledStores> {
  await migrate(warehouse);
  const control = await openControl(folder.control);
  if (create !== undefined) await writeWorkspace(control, workspaceFrom(create));
  const workspace = await readWorkspace(control);
  const broughtBack = await settleImports({ control, warehouse, folder, workspace, effects });
  await settlePeople(control, warehouse, effects);
  await settleMembers(control, warehouse);
  // Settings, models or definitions of a while ago may be what features and members were made by.
  if (mended !== undefined) await beforeSettingsChange({ warehouse });
  await settleRefunds(warehouse, workspace);
  return { control, workspace, broughtBack };
}
