import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClienteleError, type Effects, formatInstant } from '../core/index.ts';

import type { PreviewCache } from '../segments/index.ts';
import { openMending } from '../warehouse/index.ts';
import { type DataFolder, dataFolder } from './folder.ts';
import { ensureFolder } from './ensure-folder.ts';
import { renameKept } from './on-disk.ts';
import { logsOf, takePrepared } from './prepared.ts';
import type { Mended } from './settle-opened.ts';
import type { Stores } from './stores.ts';
import { nothingImported, unmake } from './unmake.ts';
import type { WorkspaceOptions } from './workspace.ts';

/** An open workspace: both stores, its settings and the world. Made once per process and handed down. */
export type App = Stores & {
  /** True when this call made the workspace. */
  readonly created: boolean;
  /** Where this call found the warehouse's log damaged: what became of it. */
  readonly mended?: Mended;
  /** Where it could not be opened at all and was set aside (`anew`): where it lies now. */
  readonly setAside?: string;
  /** True for one that only reads: it answers from what the last refresh stored and never brings anything up to date itself. */
  readonly still?: boolean;
  /** True while live data is at work: time moves members at its instant, so what is stored of them holds however long ago they were worked out. */
  readonly keptUp?: boolean;
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
  /** Where the warehouse can not be opened at all, set it aside and begin a new one, into which everything is recorded again. */
  readonly anew?: boolean;
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

  const engine = {
    tempFolder: folder.temporary,
    ...(options.threads === undefined ? {} : { threads: options.threads }),
    ...(options.memory === undefined ? {} : { memoryLimit: options.memory }),
  };
  const open = (): ReturnType<typeof openMending> => openMending(folder.warehouse, engine, () => damagedName(`${folder.warehouse}.wal`, effects));
  let setAside: string | undefined;
  const beginAnew = async (error: unknown): ReturnType<typeof openMending> => {
    setAside = await setAsideOrThrow(folder, effects, error);
    return open();
  };
  const opening = options.anew === true ? open().catch((error: unknown) => beginAnew(error)) : open();
  // The engine opens the file in a thread of its own: what everything else needs is loaded in that time, and not before.
  const loading = import('./settle-opened.ts');
  // Whoever calls what was loaded hears of what went wrong with it.
  void options.meanwhile?.().catch(() => undefined);
  const opened = await opening.catch(async (error: unknown) => {
    throw await servedOr(folder, error);
  });
  const { warehouse, mended } = opened;
  try {
    // Only now: the file's lock says that no other process is at work in these folders.
    await rm(folder.temporary, { recursive: true, force: true });
    await mkdir(folder.temporary, { recursive: true });
    const { settleOpened } = await loading;
    const { control, workspace, broughtBack } = await settleOpened(folder, opened, effects, exists ? undefined : (options.create ?? {}));
    return {
      folder,
      control,
      warehouse,
      workspace,
      effects,
      created: !exists,
      ...(setAside === undefined ? {} : { setAside }),
      ...(mended === undefined ? {} : { mended: { ...mended, ...broughtBack } }),
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

/** What is damaged is kept beside, by its moment in UTC. */
const damagedName = (file: string, { now }: Pick<Effects, 'now'>): string => `${file}.damaged-${formatInstant(now()).slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** Where a server has the workspace open, the error says where it is. */
async function servedOr(folder: DataFolder, error: unknown): Promise<unknown> {
  if (!(error instanceof ClienteleError) || error.code !== 'workspace.locked') return error;
  const url = (await readFile(folder.address, 'utf8').catch(() => '')).trim();
  return url === '' ? error : new ClienteleError('workspace.served', { url, folder: folder.root }, {}, error);
}

/** A warehouse that is locked, or that this user may not open, is no reason to make another. */
async function setAsideOrThrow({ warehouse }: DataFolder, effects: Pick<Effects, 'now'>, error: unknown): Promise<string> {
  if (!(error instanceof ClienteleError) || error.code !== 'file.unreadable' || /permission|no space|too many open/i.test(error.message)) throw error;
  // The logs first: without its file none is read.
  for (const file of [...logsOf(warehouse), warehouse]) if (existsSync(file)) await renameKept(file, damagedName(file, effects));
  return damagedName(warehouse, effects);
}
