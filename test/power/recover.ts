import { setTimeout as pause } from 'node:timers/promises';
import { type Call, caller } from '../test-server.ts';
import { type Ledger, things } from './ledger.ts';
import { type Findings, lookInto } from './look.ts';
import type { Restoring } from './moments.ts';
import type { startServer } from './server.ts';
import { customer, howOf, items, Refused } from './things.ts';

/** What a power cut left: what is wrong with it, and what the workspace is from now on. */
export type Recovered = Findings & { readonly ledger: Ledger };

/** Starts the server as anybody would, sees that all things are as acknowledged and that work goes on to its end, stops it, and looks into the files. */
export async function recover(
  data: string,
  starting: ReturnType<typeof startServer>,
  cookie: string,
  known: Ledger,
  restoring: Restoring | undefined,
): Promise<Recovered> {
  const server = await starting.ready;
  const call = caller(server.url, { cookie });
  await knowsCustomer(call);
  const ledger = restoring === undefined ? known : await whichOne(call, known, restoring);
  const lost = await lostThings(call, ledger);
  await workEnded(call);
  server.stop();
  const code = await server.gone;
  const found = await lookInto(data, ledger);
  return {
    ledger,
    lost: [...lost, ...found.lost],
    twice: found.twice,
    wrong: [...server.troubles(), ...(code === 0 ? [] : [`the server ended with ${code}`]), ...found.wrong],
  };
}

/** What was acknowledged is recorded a moment later: notes can be asked for once their customer is. */
export async function knowsCustomer(call: Call): Promise<void> {
  for (let tries = 0; (await call('GET', `/customers/${customer}`)).status !== 200 && tries < 200; tries += 1) await pause(100);
}

async function workEnded(call: Call): Promise<void> {
  const is = async (status: string): Promise<number> => (await items(call, `/jobs?status=${status}`)).length;
  while ((await beginningAnew(is('running'))) + (await beginningAnew(is('queued'))) > 0) await pause(50);
}

/** A rebuilt warehouse or a restored workspace takes its place when the server begins anew: for a second nobody answers, or 503. */
async function beginningAnew(asked: Promise<number>): Promise<number> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TypeError || (error instanceof Refused && error.status === 503)) return 1;
    throw error;
  }
}

/** The whole workspace of before, or the whole backup: with at least what was acknowledged when that was begun, and perhaps what came while it was made. */
async function whichOne(call: Call, known: Ledger, { before, marker }: Restoring): Promise<Ledger> {
  const folders = await items(call, '/segment-folders');
  if (folders.some(({ name }) => name === marker)) return known;
  const kept = new Map([...before.kept].map(([key, one]) => [key, { ...one, asked: known.kept.get(key)?.asked ?? one.asked }]));
  return { ...before, kept, backups: known.backups, numbers: known.numbers };
}

async function lostThings(call: Call, ledger: Ledger): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const thing of things) {
    const states = await howOf[thing].states(call);
    for (const { name, id, acknowledged, asked } of [...ledger.kept.values()].filter((kept) => kept.thing === thing)) {
      const state = states.get(id) ?? 0;
      if (state < acknowledged || state > asked) lost.push(`${name}: of state ${state}, acknowledged ${acknowledged}, asked for ${asked}`);
    }
  }
  const there = new Set((await items(call, '/backups')).map(({ name }) => String(name)));
  return [...lost, ...[...ledger.backups].filter((name) => !there.has(name)).map((name) => `backup ${name}`)];
}
