import type { Remembering } from './memory.ts';
import type { Settings } from './settings.ts';

export type Call = Readonly<Record<string, unknown>> & { readonly messageId: string };
export type Sender = { readonly add: (call: Call) => void; readonly flush: () => void; readonly leave: () => void; readonly drop: () => void };

/** Long enough for what a click says at once to go together, short enough that segments move while the visitor still looks. */
const soon = 200;
const atOnce = 20;
const most = 200;
/** Browsers let about 64 kB outlive a page. */
const beaconBytes = 50_000;

/**
 * Sends calls in batches, tries again what did not arrive, and hands the rest to the browser when the page closes. A call may arrive twice and counts once, by its id; so
 * whatever is in doubt is sent again. Plain text and the key in the body: the browser asks no permission first.
 */
export function sender(settings: Settings, memory: Remembering): Sender {
  let waiting: Call[] = [];
  let sending: Call[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const remember = (): void => {
    memory.now().waiting = [...sending, ...waiting].slice(-most);
    memory.save();
  };
  const schedule = (milliseconds: number): void => {
    timer ??= setTimeout(flush, milliseconds);
  };
  const body = (calls: readonly Call[]): string => JSON.stringify({ writeKey: settings.key, sentAt: new Date().toISOString(), batch: calls });

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (sending.length > 0 || waiting.length === 0) return;
    sending = waiting.slice(0, 50);
    waiting = waiting.slice(50);
    void send();
  }

  async function send(): Promise<void> {
    const { again, after } = await attempt(settings, body(sending), sending.length < 10);
    if (again) {
      waiting = [...sending, ...waiting].slice(-most);
      failures += 1;
    } else failures = 0;
    sending = [];
    remember();
    if (waiting.length > 0) schedule(again ? Math.max(after * 1000, Math.min(60_000, 1000 * 2 ** Math.min(failures, 6)) * (0.5 + Math.random() / 2)) : 0);
  }

  return {
    add: (call) => {
      waiting = [...waiting, call].slice(-most);
      remember();
      if (waiting.length >= atOnce && failures === 0) flush();
      else schedule(soon);
    },
    flush,
    leave: () => {
      let calls: Call[] = [];
      let size = 0;
      const send = (): void => {
        if (calls.length > 0) navigator.sendBeacon(`${settings.host}/v1/b`, new Blob([body(calls)], { type: 'text/plain' }));
        calls = [];
        size = 0;
      };
      for (const call of [...sending, ...waiting]) {
        const length = JSON.stringify(call).length;
        if (size + length > beaconBytes) send();
        calls.push(call);
        size += length;
      }
      send();
      // Nobody can know whether that arrives: what is remembered is sent again by the next page.
      remember();
      if (sending.length === 0) waiting = [];
    },
    drop: () => {
      waiting = [];
      sending = [];
    },
  };
}

async function attempt({ host }: Settings, body: string, keepalive: boolean): Promise<{ readonly again: boolean; readonly after: number }> {
  try {
    const { status, headers } = await fetch(`${host}/v1/b`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain' },
      credentials: 'omit',
      keepalive,
    });
    return { again: status === 429 || status >= 500, after: Number(headers.get('retry-after')) || 0 };
  } catch {
    return { again: true, after: 0 };
  }
}
