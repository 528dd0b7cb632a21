import { openApp } from '../../src/app/open.ts';
import { realEffects } from '../../src/app/effects.ts';
import { openDesk } from '../../src/app/desk.ts';
import { openLive, openLiveInbox } from '../../src/app/live/open-live.ts';
import { interpretRecords } from '../../src/app/live/fixtures.ts';
import { startWebhooks } from '../../src/app/webhooks.ts';
import type { LiveRecord, Received } from '../../src/contract/live.ts';

/**
 * A server that is going to be killed: takes messages of its own making as fast as they are acknowledged and prints the number of each that was.
 * Arguments: folder, first number.
 */
const [folder = '', first = '0'] = process.argv.slice(2);
const effects = realEffects(() => undefined);
const app = await openApp(folder, effects, { create: { timezone: 'UTC' } });
const desk = await openDesk(app, 1);
const live = await openLive(desk, {
  inbox: await openLiveInbox(app),
  interpret: interpretRecords,
  failed: (error) => process.stderr.write(`${String(error)}\n`),
});
await startWebhooks(desk, live, (error) => process.stderr.write(`${String(error)}\n`));
process.stdout.write('ready\n');

let next = Number(first);
const one = async (): Promise<void> => {
  for (;;) {
    const numbers = Array.from({ length: 5 }, () => (next += 1));
    await live.append(numbers.map(message));
    process.stdout.write(`${numbers.join('\n')}\n`);
  }
};
await Promise.all([one(), one(), one(), one()]);

function message(number: number): Received {
  const who = [{ namespace: 'anonymous_id', value: `a${number % 37}` }];
  const at = effects.now();
  const record: LiveRecord =
    number % 10 === 0
      ? { kind: 'customer', identifiers: [...who, { namespace: 'customer_id', value: `c${number % 41}` }], observedAt: at, traits: { plan: `p${number % 3}` } }
      : { kind: 'event', identifiers: who, name: number % 2 === 0 ? 'Seen' : 'Bought', occurredAt: at, fields: {}, properties: { number } };
  return { source: 'web', messageId: `m${number}`, receivedAt: at, body: { records: [record] } };
}
