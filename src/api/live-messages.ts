import type { PassThrough } from 'node:stream';
import { toldMessage } from '../app/index.ts';
import type { Context } from './context.ts';
import { openEventStream } from './event-stream.ts';
import { maskedMessage } from './masked-message.ts';

/** A page shows so many a second; a flood is told as how many more there were. */
const mostPerSecond = 50;

/** Messages of one source as they arrive, as long as somebody looks who may. */
export function messageStream(context: Context, slug: string): PassThrough {
  const { collector, personalData } = context;
  let [second, sent, skipped] = [0, 0, 0];
  let stop: () => unknown = () => undefined;
  const { body, write } = openEventStream(context, () => void stop());
  stop = collector.recent.follow(slug, (seen) => {
    for (const one of seen) {
      const now = Math.floor(collector.now() / 1_000_000);
      if (now !== second) {
        if (skipped > 0) write(`event: skipped\ndata: ${skipped}\n\n`);
        [second, sent, skipped] = [now, 0, 0];
      }
      sent += 1;
      if (sent > mostPerSecond) skipped += 1;
      else {
        const told = toldMessage(one, collector.judge(one.message));
        write(`event: message\ndata: ${JSON.stringify(personalData ? told : maskedMessage(told))}\n\n`);
      }
    }
  });
  return body;
}
