import { appendFileSync, statfsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Call } from '../test-server.ts';
import { copyOf, type Ledger } from './ledger.ts';
import { backUp, type Load } from './load.ts';
import type { Server } from './server.ts';
import { asked } from './things.ts';

/** When the power goes. */
export const moments = {
  load: 'under load',
  start: 'while the server starts',
  twice: 'under load, and again while the server recovers',
  stop: 'while the server stops, which lays everything down on disk',
  backup: 'while a backup is made under load',
  rebuild: 'while the warehouse is made again under load',
  restore: 'while a backup is put in the place of the workspace',
  full: 'when the disk has been full for a while, under load',
} as const;
export type Moment = keyof typeof moments;

/** A server that stops, begins anew or has no room left says so to whoever asks. */
export const expectsRefusals: ReadonlySet<Moment> = new Set(['stop', 'rebuild', 'restore', 'full']);

/** What a backup holds at least, and by what is told whether it was put in place: something that was made after it. */
export type Restoring = { readonly before: Ledger; readonly marker: string };

export type Under = {
  readonly server: Server;
  readonly load: Load;
  readonly call: Call;
  readonly ledger: Ledger;
  readonly folder: string;
  /** A file that fills the disk. */
  readonly ballast: string;
  readonly milliseconds: number;
};

/** What goes on until the power is cut. */
export async function untilCut(moment: Moment, under: Under): Promise<Restoring | undefined> {
  const { server, call, milliseconds } = under;
  const random = (most: number): Promise<void> => pause(Math.random() * most);
  switch (moment) {
    case 'load':
    case 'twice':
    case 'start':
      await random(milliseconds);
      return undefined;
    case 'backup':
    case 'rebuild':
      await random(milliseconds / 3);
      await asked(call, 'POST', moment === 'backup' ? '/backups' : '/rebuild').catch(() => undefined);
      await random(2 * milliseconds);
      return undefined;
    case 'stop':
      await random(milliseconds);
      server.stop();
      await random(1500);
      return undefined;
    case 'full':
      await random(milliseconds);
      fill(under);
      await random(milliseconds);
      return undefined;
    case 'restore':
      return restore(under);
  }
}

/** All but a little: what is left fills up on the way. */
function fill({ folder, ballast }: Under): void {
  const chunk = Buffer.alloc(2 ** 20, 1);
  try {
    for (let free = statfsSync(folder); free.bavail * free.bsize > 2 * chunk.length; free = statfsSync(folder)) appendFileSync(ballast, chunk);
  } catch {
    // Somebody else took the last of it.
  }
}

/** A backup, more that comes after it, and then back to it. */
async function restore({ load, call, ledger, milliseconds }: Under): Promise<Restoring> {
  await pause(Math.random() * milliseconds);
  const before = copyOf(ledger);
  const name = await backUp(call, ledger);
  const marker = `after-${name}`;
  await asked(call, 'POST', '/segment-folders', { name: marker });
  await pause(Math.random() * milliseconds);
  await load.end();
  await asked(call, 'POST', `/backups/${name}/restore`);
  await pause(Math.random() * 2 * milliseconds);
  return { before, marker };
}
