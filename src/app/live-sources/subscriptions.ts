import { createHash } from 'node:crypto';
import { connect as connectTo, ErrorWithReasonCode, type MqttClient } from 'mqtt';
import { type CallType, callTypes, openDelivery, readBody, refusedMessage, unpack } from '../../collect/index.ts';
import type { JsonObject, JsonValue, LiveSource, Received } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import type { Registry } from './registry.ts';
import type { KnownSource } from './known-source.ts';

export type Subscriptions = {
  /** Connects what is new or changed, leaves what is gone or switched off. */
  readonly sync: () => Promise<void>;
  readonly stateOf: (slug: string) => LiveSource['connection'];
  readonly close: () => Promise<void>;
};

/** What subscriptions need of the collector. */
type Hub = {
  readonly registry: Registry;
  readonly take: (source: KnownSource, messages: readonly Received[]) => Promise<void>;
  readonly now: () => Instant;
};

type Open = {
  readonly signature: string;
  readonly topics: readonly string[];
  client?: MqttClient;
  state: NonNullable<LiveSource['connection']>;
  ended: boolean;
};

/**
 * Subscriptions to MQTT brokers. A message of quality 1 is acknowledged once the inbox has it on disk and not before: the session at the broker outlives the connection, so
 * what was not acknowledged comes again.
 */
export function openSubscriptions(collector: Hub): Subscriptions {
  const open = new Map<string, Open>();

  const connect = (source: KnownSource): void => {
    const { url = '', topics = [], username } = source.settings;
    const entry: Open = { signature: signatureOf(source), topics, state: { state: 'connecting', detail: url }, ended: false };
    open.set(source.slug, entry);
    try {
      const client = connectTo(url, {
        clientId: `clientele-${source.slug}`,
        clean: false,
        reconnectPeriod: 2000,
        // A broker that has just started, or whose own directory of users is away, refuses for a while.
        reconnectOnConnackError: true,
        ...(username === undefined ? {} : { username }),
        ...(source.secrets.password === undefined ? {} : { password: source.secrets.password }),
      });
      entry.client = client;
      listen(client, entry, source, [...topics]);
    } catch (error) {
      entry.state = { state: 'failed', detail: messageOf(error) };
    }
  };

  /** Before the connection stands: what the session holds comes with its confirmation, and what nobody has asked to handle, the client acknowledges by itself. */
  const listen = (client: MqttClient, entry: Open, source: KnownSource, topics: string[]): void => {
    client.handleMessage = ({ topic, payload }, done) => {
      void acknowledged(taken(collector, entry, source, topic, Buffer.from(payload)), done);
    };
    let refused = false;
    client.on('connect', () => {
      refused = false;
      entry.state = connectedTo(source);
    });
    client.on('offline', () => {
      // Why it refused says more than that the line is down.
      if (!refused) entry.state = { state: 'connecting', detail: 'the broker does not answer; trying again' };
    });
    client.on('error', (error) => {
      refused = error instanceof ErrorWithReasonCode;
      entry.state = { state: 'failed', detail: messageOf(error) };
    });
    client.once('connect', () => {
      client.subscribeAsync(topics, { qos: 1 }).catch((error: unknown) => (entry.state = { state: 'failed', detail: messageOf(error) }));
    });
  };

  /** The session stays at the broker; of it, what is not among the topics that are `still` wanted is given up, or it would go on coming or pile up there. */
  const leave = async (slug: string, entry: Open, still: readonly string[] = entry.topics): Promise<void> => {
    const { client } = entry;
    const dropped = entry.topics.filter((topic) => !still.includes(topic));
    open.delete(slug);
    if (client?.connected === true && dropped.length > 0) await answered(client.unsubscribeAsync(dropped));
    entry.ended = true;
    await client?.endAsync(true);
  };

  return {
    sync: async () => {
      const sources = new Map(
        collector.registry
          .all()
          .filter(({ type }) => type === 'mqtt')
          .map((source) => [source.slug, source]),
      );
      for (const [slug, entry] of open) {
        const source = sources.get(slug);
        // What is switched off is held by the broker until it is switched on.
        if (source === undefined || source.disabled || signatureOf(source) !== entry.signature) await leave(slug, entry, source?.settings.topics ?? []);
      }
      for (const [slug, source] of sources) if (!source.disabled && !open.has(slug)) connect(source);
    },
    stateOf: (slug) => open.get(slug)?.state ?? null,
    close: async () => {
      await Promise.all([...open].map(([slug, entry]) => leave(slug, entry)));
    },
  };
}

/** Waits for the broker's answer, two seconds at most: it may be gone by now. */
async function answered(work: Promise<unknown>): Promise<void> {
  await Promise.race([work.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
}

/** Without an acknowledgement the broker sends it again at the next connection. */
async function acknowledged(work: Promise<void>, done: () => void): Promise<void> {
  try {
    await work;
  } catch {
    return;
  }
  done();
}

const connectedTo = ({ settings }: KnownSource): Open['state'] => ({ state: 'connected', detail: (settings.topics ?? []).join(', ') });
const signatureOf = ({ settings, secrets }: KnownSource): string => JSON.stringify([settings, secrets]);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Tries until the inbox takes it: meanwhile the broker waits, which is what brokers are for. Rejects only when the subscription has ended. */
async function taken(collector: Hub, entry: Open, source: KnownSource, topic: string, bytes: Buffer): Promise<void> {
  for (let failures = 0; ; failures += 1) {
    if (entry.ended) throw new Error('the subscription has ended');
    try {
      await collector.take(source, messagesOf(collector, source, topic, bytes));
      if (failures > 0) entry.state = connectedTo(source);
      return;
    } catch (error) {
      entry.state = { state: 'failed', detail: messageOf(error) };
      await new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 250 * 2 ** failures)));
    }
  }
}

/** A call of the tracking API as it is; anything else by the source's mapping. Without an id of its own a message is known by what it says and where. */
function messagesOf(collector: Pick<Hub, 'now'>, source: KnownSource, topic: string, bytes: Buffer): readonly Received[] {
  const receivedAt = collector.now();
  const id = createHash('sha256').update(`${topic}\n`).update(bytes).digest('hex').slice(0, 40);
  const read = readBody(bytes);
  if (!read.ok)
    return [
      refusedMessage(source.slug, id, receivedAt, { reason: read.reason.replace('request', 'message'), field: null, hint: read.hint }, bytes.toString('utf8')),
    ];
  const type = typeOf(read.value);
  const { mapping } = source.settings;
  if (mapping !== undefined || type === undefined) {
    const known = mapping?.id !== undefined ? {} : { 'webhook-id': id };
    return openDelivery('webhook', { headers: { 'x-topic': topic, ...known }, value: read.value }, { source: source.slug, receivedAt, mapping });
  }
  return unpack(type, read.value as JsonObject, {
    source: source.slug,
    receivedAt,
    userAgent: undefined,
    randomId: () => id,
  });
}

function typeOf(value: JsonValue): CallType | 'batch' | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { type, batch } = value as JsonObject;
  if (Array.isArray(batch)) return 'batch';
  return callTypes.find((one) => one === type);
}
