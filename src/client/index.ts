/**
 * A small client for servers: batches, tries again, and says when everything is through. No dependencies; any runtime with `fetch`.
 *
 *     const clientele = createClient({ host: 'https://clientele.example', writeKey: 'cw_…' });
 *     clientele.track({ userId: 'c-7', event: 'Order Completed', properties: { order_id: '1042', total: 38 } });
 *     await clientele.flush();
 */
export type Who = { readonly userId: string; readonly anonymousId?: string } | { readonly userId?: string; readonly anonymousId: string };
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
type Fields = Readonly<Record<string, Json | undefined>>;
type Common = Who & {
  /** When it happened; now where left out. */
  readonly timestamp?: Date;
  readonly context?: Fields;
  /** The same id counts once, however often it is sent. */
  readonly messageId?: string;
};

export type Client = {
  readonly identify: (call: Common & { readonly traits?: Fields }) => void;
  readonly track: (call: Common & { readonly event: string; readonly properties?: Fields }) => void;
  readonly page: (call: Common & { readonly name?: string; readonly properties?: Fields }) => void;
  readonly group: (call: Common & { readonly groupId: string; readonly traits?: Fields }) => void;
  readonly alias: (call: { readonly userId: string; readonly previousId: string }) => void;
  /** Resolves when everything that was said so far is on the server's disk. Rejects with what was not taken. */
  readonly flush: () => Promise<void>;
};

export type ClientOptions = {
  readonly host: string;
  readonly writeKey: string;
  /** Calls per request; 100 unless said otherwise. */
  readonly batch?: number;
  /** How long a call waits for others, in milliseconds; a second unless said otherwise. */
  readonly wait?: number;
  /** How often a request is tried; ten times unless said otherwise. */
  readonly tries?: number;
  /** Told of calls that were given up, where nobody waits for `flush`. */
  readonly failed?: (error: Error) => void;
  readonly fetch?: typeof fetch;
};

export function createClient(options: ClientOptions): Client {
  const { batch = 100, wait = 1000, tries = 10, fetch: send = fetch } = options;
  let waiting: object[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const calls = waiting;
    waiting = [];
    // One request after the other: what was said first arrives first.
    last = inTurn(last, calls);
    return last;
  };
  const inTurn = async (before: Promise<void>, calls: readonly object[]): Promise<void> => {
    await before.catch(() => undefined);
    for (let from = 0; from < calls.length; from += batch) await deliver(send, options, tries, calls.slice(from, from + batch));
  };
  const add = (type: string, call: object, at: Date | undefined): void => {
    waiting.push({ messageId: crypto.randomUUID(), ...call, type, timestamp: (at ?? new Date()).toISOString() });
    const later = (): void => void flush().catch((error: unknown) => options.failed?.(error instanceof Error ? error : new Error(String(error))));
    if (waiting.length >= batch) later();
    else timer ??= setTimeout(later, wait);
  };
  const said =
    (type: string) =>
    ({ timestamp, ...rest }: { readonly timestamp?: Date | undefined } & object): void => {
      add(type, rest, timestamp);
    };
  return { identify: said('identify'), track: said('track'), page: said('page'), group: said('group'), alias: said('alias'), flush };
}

/** Throws once it makes no sense to try again: a wrong key, or too many failures. */
async function deliver(send: typeof fetch, { host, writeKey }: ClientOptions, tries: number, calls: readonly object[]): Promise<void> {
  for (let failures = 0; ; ) {
    const problem = await attempt(send, host, writeKey, calls);
    if (problem === undefined) return;
    failures += 1;
    if (!problem.again || failures >= tries) throw new Error(`${calls.length} calls were not taken: ${problem.detail}`);
    const backOff = Math.min(60_000, 200 * 2 ** failures) * (0.5 + Math.random() / 2);
    await new Promise((resolve) => setTimeout(resolve, Math.max(problem.after * 1000, backOff)));
  }
}

type Problem = { readonly again: boolean; readonly after: number; readonly detail: string };

async function attempt(send: typeof fetch, host: string, writeKey: string, calls: readonly object[]): Promise<Problem | undefined> {
  try {
    const answer = await send(`${host}/v1/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${writeKey}` },
      body: JSON.stringify({ batch: calls, sentAt: new Date().toISOString(), context: { library: { name: 'clientele-client', version: '1' } } }),
      signal: AbortSignal.timeout(30_000),
    });
    const detail = await answer.text();
    if (answer.ok) return undefined;
    return {
      again: answer.status === 429 || answer.status >= 500,
      after: Number(answer.headers.get('retry-after')) || 0,
      detail: `${answer.status} ${detail.slice(0, 200)}`,
    };
  } catch (error) {
    return { again: true, after: 0, detail: error instanceof Error ? error.message : String(error) };
  }
}
