import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Control } from '../control/index.ts';
import { ClienteleError, type Effects, type Workspace } from '../core/index.ts';

import type { PreviewCache } from '../segments/index.ts';
import { openDuckdb, type Warehouse } from '../warehouse/index.ts';
import { type DataFolder, dataFolder } from './folder.ts';
import { ensureFolder } from './ensure-folder.ts';
import { takePrepared } from './prepared.ts';
import { nothingImported, unmake } from './unmake.ts';
import type { WorkspaceOptions } from './workspace.ts';

/** An open workspace: both stores, its settings and the world. Made once per process and handed down. */
export type App = {
  readonly folder: DataFolder;
  readonly control: Control;
  readonly warehouse: Warehouse;
  readonly workspace: Workspace;
  readonly effects: Effects;
  /** True when this call made the workspace. */
  readonly created: boolean;
  /** True for one that only reads: it answers from what the last refresh stored and never brings anything up to date itself. */
  readonly still?: boolean;
  /** Where questions that name no moment look from, as `--as-of` says it; now where nothing is said. */
  readonly asOf?: string;
  /** Answers of previews, kept by a process that serves many of them. */
  readonly previewCache?: PreviewCache;
  /** Aborted when whoever asked for long work wants it no more. */
  readonly signal?: AbortSignal;
  readonly close: () => Promise<void>;
};

export type OpenOptions = {
  readonly create?: WorkspaceOptions | undefined;
  /** Where there is no workspace yet, work in a temporary one that closing removes: for a dry run, which leaves nothing. */
  readonly scratch?: boolean;
  /** A workspace that this call makes is made for an import: where none is recorded (a column was named that there is not), closing removes it again. */
  readonly unmakeUnlessImported?: boolean;
  readonly threads?: number;
  /** What the engine may hold in memory, in its own words (`4GiB`); without it four fifths of the machine's. */
  readonly memory?: string | undefined;
  /** Begins when the engine opens the facts' file, which takes a while in a thread of its own: loading what will be asked, say. */
  readonly meanwhile?: () => Promise<unknown>;
};

/**
 * Opens the workspace in a folder and settles whatever a crash left between the two stores.
 *
 * Without `create` a missing workspace is an error; with it one is made with those settings.
 */
export async function openApp(root: string, effects: Effects, options: OpenOptions = {}): Promise<App> {
  await takePrepared(dataFolder(root));
  const exists = existsSync(dataFolder(root).control);
  if (!exists && options.create === undefined) throw new ClienteleError('workspace.missing', { folder: root });
  const scratch = !exists && options.scratch === true;
  const folder = dataFolder(scratch ? await mkdtemp(join(tmpdir(), 'clientele-dry-run-')) : root);
  await ensureFolder(folder.inputs);
  await ensureFolder(folder.rejects);

  const opening = openDuckdb(folder.warehouse, {
    tempFolder: folder.temporary,
    ...(options.threads === undefined ? {} : { threads: options.threads }),
    ...(options.memory === undefined ? {} : { memoryLimit: options.memory }),
  });
  // The engine opens the file in a thread of its own: what everything else needs is loaded in that time, and not before.
  const loading = import('./settle-opened.ts');
  // Whoever calls what was loaded hears of what went wrong with it.
  void options.meanwhile?.().catch(() => undefined);
  const warehouse = await opening;
  try {
    // Only now: the file's lock says that no other process is at work in these folders.
    await rm(folder.temporary, { recursive: true, force: true });
    await mkdir(folder.temporary, { recursive: true });
    const { settleOpened } = await loading;
    const { control, workspace } = await settleOpened(folder, warehouse, effects, exists ? undefined : (options.create ?? {}));
    return {
      folder,
      control,
      warehouse,
      workspace,
      effects,
      created: !exists,
      close: async () => {
        const isUnmade = !exists && options.unmakeUnlessImported === true && (await nothingImported(control));
        await warehouse.close();
        await control.destroy();
        await rm(scratch ? folder.root : folder.temporary, { recursive: true, force: true });
        if (isUnmade) await unmake(folder);
      },
    };
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}
