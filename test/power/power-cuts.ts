import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { firstOwner } from '../served-process.ts';
import { caller } from '../test-server.ts';
import { type Disk, type FileSystem, makeDisk } from './disk.ts';
import { emptyLedger, type Ledger } from './ledger.ts';
import { sendMessages, startLoad } from './load.ts';
import { expectsRefusals, type Moment, moments, type Restoring, untilCut } from './moments.ts';
import { knowsCustomer, recover } from './recover.ts';
import { startServer } from './server.ts';
import { asked, items } from './things.ts';

export type PowerReport = {
  readonly cuts: number;
  /** Rounds by when the power went. */
  readonly by: Readonly<Record<string, number>>;
  readonly acknowledged: number;
  readonly things: number;
  readonly files: number;
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Anything else that is not as it must be: what the server told of, stores that do not meet, files that are broken. */
  readonly wrong: readonly string[];
};

export type PowerOptions = {
  /** Where the disk's file lies. */
  readonly folder: string;
  readonly fileSystem?: FileSystem;
  readonly rounds: number;
  readonly port: number;
  /** In their order, over and over. */
  readonly moments: readonly Moment[];
  /** The longest that the load goes on before the power is cut. */
  readonly milliseconds: number;
  readonly say?: (text: string) => void;
};

/** What stays through all rounds. */
type Run = {
  readonly disk: Disk;
  readonly data: string;
  readonly port: number;
  readonly milliseconds: number;
  ledger: Ledger;
  /** The one that was started last. */
  server?: ReturnType<typeof startServer>;
};
type Ways = { readonly writeKey: string; readonly cookie: string };
type Cut = { readonly cuts: number; readonly told: readonly string[]; readonly restoring?: Restoring | undefined };

const megabytes = 1000;
/** A server that starts has opened everything after this. */
const startTakes = 2500;

/**
 * Cuts the power of the disk below a server at a random moment, again and again, and looks after each time whether everything that was acknowledged is there, once, and
 * whether the server starts by itself and goes on. Everything happens in one workspace: what one round leaves the next one finds.
 */
export async function cutAgainAndAgain(options: PowerOptions): Promise<PowerReport> {
  const { folder, rounds, port, milliseconds, say = () => undefined } = options;
  const disk = makeDisk(folder, megabytes, options.fileSystem);
  const run: Run = { disk, data: join(disk.folder, 'data'), port, milliseconds, ledger: emptyLedger() };
  const report = { cuts: 1, by: {} as Record<string, number>, acknowledged: 0, lost: [] as string[], twice: [] as string[], wrong: [] as string[] };
  const files = new Set<number>();
  try {
    const ways = await begin(run);
    for (let round = 1; round <= rounds; round += 1) {
      const moment = options.moments[(round - 1) % options.moments.length] ?? 'load';
      const before = run.ledger.messages.size;
      const began = Date.now();
      const { cuts, told, restoring } = await cutOnce(run, ways, moment);
      const acknowledged = run.ledger.messages.size - before;
      for (const file of run.ledger.imports.keys()) files.add(file);
      const found = await recover(run.data, start(run), ways.cookie, run.ledger, restoring);
      const went = restoring === undefined ? '' : found.ledger === run.ledger ? ' (it was not)' : ' (it was)';
      run.ledger = found.ledger;
      report.cuts += cuts;
      report.by[moment] = (report.by[moment] ?? 0) + 1;
      report.acknowledged += acknowledged;
      const all = { lost: found.lost, twice: found.twice, wrong: [...told, ...found.wrong] };
      for (const kind of ['lost', 'twice', 'wrong'] as const) report[kind].push(...all[kind].map((text) => `round ${round} (${moment}): ${text}`));
      const counts = `lost ${all.lost.length}, twice ${all.twice.length}, wrong ${all.wrong.length}`;
      say(
        [
          `round ${round}, ${moments[moment]}${went}, ${Math.round((Date.now() - began) / 1000)} s: ${acknowledged} messages acknowledged; ${counts}`,
          ...Object.values(all).flat().slice(0, 10),
        ].join('\n  '),
      );
    }
  } catch (error) {
    // What was asked says what it was answered; why, the server alone knows.
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${(run.server?.troubles() ?? []).join('\n')}`, { cause: error });
  } finally {
    await run.server?.kill();
    await disk.remove();
  }
  return { ...report, things: run.ledger.kept.size, files: files.size };
}

const start = (run: Run): ReturnType<typeof startServer> => (run.server = startServer(run.data, run.port));

/** The workspace, its owner and a source; then the power goes for the first time, a moment after the last of these was acknowledged. */
async function begin(run: Run): Promise<Ways> {
  const server = start(run);
  const { url } = await server.ready;
  const { cookie, call } = await firstOwner({ url, call: caller(url, {}) });
  await asked(call, 'POST', '/live-sources', { type: 'server', name: 'Server' });
  const writeKey = String((await items(call, '/live-sources/server/keys'))[0]?.['key']);
  await sendMessages({ url, writeKey }, run.ledger, 1);
  await knowsCustomer(call);
  await cutBelow(run, server);
  return { cookie, writeKey };
}

/** Serves, sends, and cuts the power at its moment. */
async function cutOnce(run: Run, ways: Ways, moment: Moment): Promise<Cut> {
  const starting = start(run);
  if (moment === 'start') {
    await pause(Math.random() * startTakes);
    await cutBelow(run, starting);
    return { cuts: 1, told: [] };
  }
  const server = await starting.ready;
  const load = startLoad({ url: server.url, ...ways }, run.ledger);
  const ballast = join(run.disk.folder, 'ballast');
  const call = caller(server.url, { cookie: ways.cookie });
  const restoring = await untilCut(moment, { server, load, call, ledger: run.ledger, folder: run.disk.folder, ballast, milliseconds: run.milliseconds });
  // Until here nothing was wrong with the disk.
  const told = expectsRefusals.has(moment) ? [] : [...server.troubles(), ...load.refusals()];
  await cutBelow(run, server);
  await load.end();
  rmSync(ballast, { force: true });
  if (moment !== 'twice') return { cuts: 1, told, restoring };
  const again = start(run);
  await pause(Math.random() * startTakes);
  await cutBelow(run, again);
  return { cuts: 2, told };
}

async function cutBelow({ disk, ledger }: Run, server: Pick<ReturnType<typeof startServer>, 'kill'>): Promise<void> {
  ledger.power.isOn = false;
  disk.cut();
  await server.kill();
  await disk.mountAgain();
  ledger.power.isOn = true;
}
