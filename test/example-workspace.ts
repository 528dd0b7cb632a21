import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { loadExampleShop, openApp, realEffects } from '../src/app/index.ts';

const root = resolve(import.meta.dirname, '..');
const shop = join(root, 'examples/daily-grind');

/** A workspace that is made once for the sources as they are and then copied, by every test file that asks for it. */
export type Kept = {
  readonly name: string;
  /** What decides how it looks, beside what decides of the example shop. */
  readonly folders: readonly string[];
  /** Fills a folder: a fresh one, or what `on` made. */
  readonly build: (folder: string) => Promise<void>;
  readonly on?: () => Promise<string>;
};

const example: Kept = {
  name: 'example',
  folders: [],
  build: async (folder) => {
    const app = await openApp(
      folder,
      realEffects(() => undefined),
      { create: {} },
    );
    await loadExampleShop(app, shop);
    await app.close();
  },
};

/** A fresh folder with a workspace that holds the example shop. */
export const exampleWorkspace = (): Promise<string> => copyOf(example);

export async function copyOf({ name, folders, build, on }: Kept): Promise<string> {
  const made = join(root, 'node_modules/.cache/clientele-test', `${name}-${await fingerprint(folders)}`);
  if (!existsSync(made) && !(await madeByAnother(made))) {
    const building = `${made}.${process.pid}`;
    await mkdir(building, { recursive: true });
    const under = await on?.();
    if (under !== undefined) {
      await cp(under, building, { recursive: true });
      await rm(under, { recursive: true });
    }
    await build(building);
    await rename(building, made).catch(() => rm(building, { recursive: true, force: true }));
  }
  const folder = await mkdtemp(join(tmpdir(), 'clientele-test-'));
  await cp(made, folder, { recursive: true });
  return folder;
}

/** Waits where another test file is at it: building takes both processors. A builder that ended in the middle is not waited for. */
async function madeByAnother(made: string): Promise<boolean> {
  await mkdir(dirname(made), { recursive: true });
  for (;;) {
    const names = await readdir(dirname(made));
    const builders = names.flatMap((name) => (name.startsWith(`${basename(made)}.`) ? [Number(name.split('.').at(-1))] : []));
    if (!builders.some(isAlive)) return existsSync(made);
    await setTimeout(200);
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

/** Of everything that decides what the workspace looks like. */
async function fingerprint(more: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [
    'src/core',
    'src/contract',
    'src/control',
    'src/warehouse',
    'src/sources',
    'src/profiles',
    'src/ingest',
    'src/segments',
    'src/language',
    'src/app',
    'examples/daily-grind',
    ...more,
  ]) {
    const names = (await readdir(join(root, folder), { recursive: true })).filter((name) => /\.(ts|csv)$/.test(name) && !name.endsWith('.test.ts')).toSorted();
    for (const name of names) hash.update(name).update(await readFile(join(root, folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
