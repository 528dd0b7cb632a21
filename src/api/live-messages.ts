import { PassThrough } from 'node:stream';
import { toldMessage } from '../app/index.ts';
import type { Context } from './context.ts';
import { maskedMessage } from './masked-message.ts';

const heartbeatMilliseconds = 20_000;
/** A page shows so many a second; a flood is told as how many more there were. */
const mostPerSecond = 50;

/** Messages of one source as they arrive, as long as somebody looks. */
export function messageStream({ collector, signal, streams, personalData }: Context, slug: string): PassThrough {
  const body = new PassThrough();
  let second = 0;
  let sent = 0;
  let skipped = 0;
  const stop = collector.recent.follow(slug, (seen) => {
    for (const { message, duplicate } of seen) {
      const now = Math.floor(collector.now() / 1_000_000);
      if (now !== second) {
        if (skipped > 0) body.write(`event: skipped\ndata: ${skipped}\n\n`);
        [second, sent, skipped] = [now, 0, 0];
      }
      sent += 1;
      if (sent > mostPerSecond) skipped += 1;
      else {
        const told = toldMessage(message, collector.interpret(message), duplicate);
        body.write(`event: message\ndata: ${JSON.stringify(personalData ? told : maskedMessage(told))}\n\n`);
      }
    }
  });
  const beat = setInterval(() => body.write(': \n\n'), heartbeatMilliseconds);
  const close = (): void => {
    stop();
    clearInterval(beat);
    streams.delete(close);
    if (!body.writableEnded) body.end();
  };
  streams.add(close);
  signal.addEventListener('abort', close, { once: true });
  body.write('retry: 1000\n\n');
  return body;
}
