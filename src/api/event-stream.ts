import { PassThrough } from 'node:stream';
import { seesPersonalData } from '../access/index.ts';
import type { Context } from './context.ts';

/** Proxies and browsers give up on silence; a comment line now and then keeps the line open. */
const heartbeatMilliseconds = 20_000;
/** Whoever is kept out or loses a permission loses open streams within this time; what happens meanwhile is not told. */
const recheckMilliseconds = 2000;

export type EventStream = { readonly body: PassThrough; readonly write: (lines: string) => void; readonly close: () => void };

/**
 * An answer of server-sent events that stays open until the asker goes, the server stops, or the asker may no longer see what they see:
 * signed out, disabled, removed, a key taken back, or another permission for personal data. `onClose` runs once.
 */
export function openEventStream({ signal, streams, principal, principalNow }: Context, onClose: () => void): EventStream {
  const body = new PassThrough();
  const close = (): void => {
    clearInterval(beat);
    clearInterval(recheck);
    onClose();
    streams.delete(close);
    if (!body.writableEnded) body.end();
  };
  const write = (lines: string): void => {
    if (!body.writableEnded) body.write(lines);
  };
  const beat = setInterval(() => write(': \n\n'), heartbeatMilliseconds);
  const check = async (): Promise<void> => {
    const now = await principalNow().catch(() => undefined);
    if (now?.kind !== principal.kind || seesPersonalData(now) !== seesPersonalData(principal)) close();
  };
  const recheck = setInterval(() => void check(), recheckMilliseconds);
  streams.add(close);
  signal.addEventListener('abort', close, { once: true });
  write('retry: 1000\n\n');
  return { body, write, close };
}
