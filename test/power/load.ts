import { setTimeout as pause } from 'node:timers/promises';
import { type Call, caller } from '../test-server.ts';
import { type Kept, type Ledger, things } from './ledger.ts';
import { messageOf } from './messages.ts';
import { ordersFile, sourceOf } from './orders-file.ts';
import { asked, howOf, items, Refused } from './things.ts';

export type Loaded = {
  readonly url: string;
  readonly writeKey: string;
  readonly cookie: string;
};

export type Load = {
  /** Nothing more is asked; resolves when what was on its way has been answered or has failed. */
  readonly end: () => Promise<void>;
  /** Answers that say no where nothing was wrong yet. */
  readonly refusals: () => readonly string[];
};

/** So many things of each kind are made, and then changed; each segment is worked out after every batch. */
const mostOfEach = 8;

/** Everything at once: messages in batches and one by one over several connections, people who write and set up, files, backups. Whatever is acknowledged goes into the ledger. */
export function startLoad({ url, writeKey, cookie }: Loaded, ledger: Ledger): Load {
  const until = new AbortController();
  const refusals: string[] = [];
  const call = whilePowered(caller(url, { cookie }), ledger);
  const again = async (work: () => Promise<void>): Promise<void> => {
    while (!until.signal.aborted) {
      try {
        await work();
      } catch (error) {
        if (error instanceof Refused) refusals.push(error.message);
        await pause(20);
      }
    }
  };
  const track = (many: number): Promise<void> => sendMessages({ url, writeKey }, ledger, many);
  const busy = new Set<string>();
  const running = [
    ...Array.from({ length: 2 }, () => again(() => track(30))),
    ...Array.from({ length: 4 }, () => again(() => track(1))),
    ...Array.from({ length: 2 }, () => again(() => makeOrChange(call, ledger, busy))),
    again(() => work(call, ledger)),
  ];
  return {
    end: async () => {
      until.abort();
      await Promise.all(running);
    },
    refusals: () => refusals,
  };
}

/** Whoever is answered when the power has gone already was not. */
function whilePowered(call: Call, { power }: Ledger): Call {
  return async (...asked) => {
    const answer = await call(...asked);
    if (!power.isOn) throw new Error('the power is gone');
    return answer;
  };
}

/** One request of so many messages. */
export async function sendMessages({ url, writeKey }: Pick<Loaded, 'url' | 'writeKey'>, ledger: Ledger, many: number): Promise<void> {
  const headers = { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`, 'content-type': 'application/json' };
  const numbers = Array.from({ length: many }, () => (ledger.numbers.message += 1));
  const messages = numbers.map(messageOf);
  const [first] = messages;
  const path = many === 1 ? first?.type : 'batch';
  const body = many === 1 ? first?.body : { batch: messages.map(({ type, body: one }) => ({ type, ...one })) };
  const answer = await fetch(`${url}/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== 200) throw new Refused(`/v1/${path}: ${answer.status} ${await answer.text()}`);
  if (ledger.power.isOn) for (const number of numbers) ledger.messages.add(number);
  await answer.arrayBuffer();
  await pause(many);
}

/** One thing more, or another state of one that nobody else (`busy`) is changing. */
async function makeOrChange(call: Call, ledger: Ledger, busy: Set<string>): Promise<void> {
  const thing = things[Math.floor(Math.random() * things.length)] ?? 'note';
  const how = howOf[thing];
  const there = [...ledger.kept.values()].filter((kept) => kept.thing === thing);
  const keyOf = (name: string): string => `${thing} ${name}`;
  const old = there[Math.floor(Math.random() * there.length)];
  if (there.length < mostOfEach || old === undefined || how.change === undefined) {
    const name = `${thing}-${(ledger.numbers.thing += 1)}`;
    if (there.length < 4 * mostOfEach) ledger.kept.set(keyOf(name), { thing, name, id: await how.make(call, name), acknowledged: 1, asked: 1 });
  } else if (!busy.has(keyOf(old.name))) {
    const kept: Kept = { ...old, asked: old.asked + 1 };
    ledger.kept.set(keyOf(old.name), kept);
    busy.add(keyOf(old.name));
    try {
      await how.change(call, old.id, old.name, kept.asked);
      ledger.kept.set(keyOf(old.name), { ...kept, acknowledged: kept.asked });
    } finally {
      busy.delete(keyOf(old.name));
    }
  }
  await pause(40);
}

/** Long work, one after the other: a file is imported, an earlier one taken back, a backup made. */
async function work(call: Call, ledger: Ledger): Promise<void> {
  const choice = Math.random();
  if (choice < 0.5) await importFile(call, ledger);
  else if (choice < 0.7) await takeBack(call, ledger);
  else await backUp(call, ledger);
}

export async function importFile(call: Call, ledger: Ledger): Promise<void> {
  const number = (ledger.numbers.file += 1);
  const upload = await asked(call, 'POST', `/uploads?name=orders-${number}.csv`, ordersFile(number));
  ledger.imports.set(number, 'asked');
  const job = await asked(call, 'POST', '/imports', { files: [{ upload: upload['id'], source: sourceOf(number) }] });
  ledger.imports.set(number, 'acknowledged');
  await ended(call, String(job['id']));
}

async function takeBack(call: Call, ledger: Ledger): Promise<void> {
  const done = (await items(call, '/imports')).filter(({ status }) => status === 'done');
  const [entry] = done.length > 3 ? done.slice(-1) : [];
  if (entry === undefined) return;
  const number = Number(String(entry['source']).split('-')[1]);
  ledger.imports.set(number, 'undo asked');
  const job = await asked(call, 'DELETE', `/imports/${String(entry['id'])}`);
  ledger.imports.set(number, 'undo acknowledged');
  await ended(call, String(job['id']));
}

/** Its name. Those of before go, but for one. */
export async function backUp(call: Call, ledger: Ledger): Promise<string> {
  for (const name of [...ledger.backups].slice(0, -1)) {
    ledger.backups.delete(name);
    await asked(call, 'DELETE', `/backups/${name}`);
  }
  const job = await ended(call, String((await asked(call, 'POST', '/backups'))['id']));
  const { name } = job['result'] as { readonly name: string };
  ledger.backups.add(name);
  return name;
}

/** A job once it is over. */
export async function ended(call: Call, id: string): Promise<Readonly<Record<string, unknown>>> {
  for (;;) {
    const job = await asked(call, 'GET', `/jobs/${id}`);
    if (job['status'] === 'failed') throw new Refused(`job ${String(job['kind'])}: ${JSON.stringify(job['error'])}`);
    if (job['finished_at'] !== null) return job;
    await pause(50);
  }
}
