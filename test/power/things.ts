import type { Call } from '../test-server.ts';
import { observedPerson } from './messages.ts';
import type { Thing } from './ledger.ts';

/** How a thing is made in its first state, and brought to another: what the answer calls it. */
type How = {
  readonly make: (call: Call, name: string) => Promise<string>;
  readonly change?: (call: Call, id: string, name: string, state: number) => Promise<void>;
  /** All that there are: the state of each by what the server calls it. */
  readonly states: (call: Call) => Promise<ReadonlyMap<string, number>>;
};

type Item = Readonly<Record<string, unknown>>;

/** Whom notes are about: the first message of all tells of them. */
export const customer = observedPerson(1);

export const howOf: Readonly<Record<Thing, How>> = {
  segment: {
    make: async (call, name) => String((await asked(call, 'POST', '/segments', { name, text: 'count("Seen") >= 3', note: stated(1) }))['slug']),
    // A new definition, every second time in the background.
    change: async (call, id, _name, state) =>
      void (await asked(call, 'PATCH', `/segments/${id}`, {
        text: `count("Bought") >= ${state} or plan = "p${state % 3}"`,
        note: stated(state),
        background: state % 2 === 0,
      })),
    states: async (call) => new Map((await items(call, '/segments')).map((one) => [String(one['slug']), stateIn(one['note'])])),
  },
  note: {
    make: async (call, name) => String((await asked(call, 'POST', `/customers/${customer}/notes`, { text: `${name} ${stated(1)}` }))['id']),
    change: async (call, id, name, state) => void (await asked(call, 'PATCH', `/notes/${id}`, { text: `${name} ${stated(state)}` })),
    states: async (call) => new Map((await items(call, `/customers/${customer}/notes`)).map((one) => [String(one['id']), stateIn(one['text'])])),
  },
  key: {
    make: async (call, name) => String(((await asked(call, 'POST', '/keys', { name, scopes: ['read'] }))['api_key'] as Item)['id']),
    states: async (call) => new Map((await items(call, '/keys')).map((one) => [String(one['id']), 1])),
  },
  source: {
    make: async (call, name) => String((await asked(call, 'POST', '/live-sources', { type: 'server', name: `${name} ${stated(1)}` }))['slug']),
    change: async (call, id, name, state) => void (await asked(call, 'PATCH', `/live-sources/${id}`, { name: `${name} ${stated(state)}` })),
    states: async (call) => new Map((await items(call, '/live-sources')).map((one) => [String(one['slug']), stateIn(one['name'])])),
  },
  view: {
    make: async (call, name) => String((await asked(call, 'POST', '/views', { area: 'customers', name, state: { state: 1 } }))['name']),
    change: async (call, _id, name, state) => void (await asked(call, 'POST', '/views', { area: 'customers', name, state: { state } })),
    states: async (call) => new Map((await items(call, '/views?area=customers')).map((one) => [String(one['name']), Number((one['state'] as Item)['state'])])),
  },
  mapping: {
    make: async (call, name) => String((await asked(call, 'PUT', `/mappings/${name}`, mapping(1)))['name']),
    change: async (call, _id, name, state) => void (await asked(call, 'PUT', `/mappings/${name}`, mapping(state))),
    states: async (call) => new Map((await items(call, '/mappings')).map((one) => [String(one['name']), stateIn((one['mapping'] as Item)['source'])])),
  },
  folder: {
    make: async (call, name) => String((await asked(call, 'POST', '/segment-folders', { name }))['name']),
    states: async (call) => new Map((await items(call, '/segment-folders')).map((one) => [String(one['name']), 1])),
  },
};

const mapping = (state: number) => ({
  version: 1,
  preset: 'guessed',
  kind: 'orders',
  source: stated(state),
  columns: [{ header: 'id', field: 'order_id', confidence: 1, reason: 'said' }],
  options: {},
});

const stated = (state: number): string => `state-${state}`;
const stateIn = (text: unknown): number => Number(/state-(\d+)/.exec(String(text))?.[1] ?? 0);

/** An answer that says yes; whatever else comes is thrown. */
export async function asked(call: Call, method: string, path: string, body?: unknown): Promise<Item> {
  const answer = await call(method, path, body);
  if (answer.status < 200 || answer.status > 299) throw new Refused(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`, answer.status);
  return (answer.body ?? {}) as Item;
}

/** The server said no, which it says aloud; anything else that is thrown is a connection that broke. */
export class Refused extends Error {
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

export const items = async (call: Call, path: string): Promise<readonly Item[]> => (await asked(call, 'GET', path))['items'] as readonly Item[];
