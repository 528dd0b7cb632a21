import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import { sql } from '../../src/sql/index.ts';
import { type ServedProcess, startServed } from '../served-process.ts';
import { startTestServer, writeKeyOf } from '../test-server.ts';

// The libraries that shops use, against a server that is killed in the middle of it, is asked to stop in the middle of it, and comes back at the same address: each event is a fact once.

const calls = 120;

test('what the libraries send to a server that dies or stops and comes back arrives once', { timeout: 150_000 }, async () => {
  const first = await startTestServer('empty');
  await first.owner('POST', '/live-sources', { type: 'server', name: 'Server' });
  const writeKey = await writeKeyOf(first, 'server');
  await first.stop();

  let served: ServedProcess = await startServed(first.folder);
  const { url } = served;
  const analytics = new Analytics({ writeKey, host: url, flushAt: 5, flushInterval: 100, maxRetries: 60 });
  const rudder = new RudderAnalytics(writeKey, {
    dataPlaneUrl: url,
    flushAt: 5,
    flushInterval: 100,
    logLevel: 'none',
    axiosRetryConfig: { retries: 200, retryDelay: () => 200 },
  });
  const own = createClient({ host: url, writeKey, batch: 5, wait: 50, tries: 60 });
  /** Calls of which Rudder's library says that they are through: its `flush` does not wait for what another one sends. */
  let told = 0;
  const through = Promise.withResolvers<void>();
  const sending = (async (): Promise<void> => {
    for (let index = 0; index < calls; index += 1) {
      const call = { userId: `u-${index % 7}`, properties: { index } };
      analytics.track({ ...call, event: 'segment' });
      rudder.track({ ...call, event: 'rudder' }, () => {
        told += 1;
        if (told === calls) through.resolve();
      });
      own.track({ ...call, event: 'own' });
      await pause(20);
    }
  })();
  for (const [wait, end] of [
    [500, 'kill'],
    [900, 'stop'],
  ] as const) {
    await pause(wait);
    await served[end]();
    served = await startServed(first.folder, served.port);
  }
  await sending;
  await Promise.all([analytics.closeAndFlush({ timeout: 60_000 }), rudder.flush().catch(() => undefined), own.flush()]);

  await through.promise;
  await served.kill();
  const last = await startTestServer({ folder: first.folder });
  await last.service.live.settled();
  const found = await last.service.desk.read(({ warehouse }) =>
    warehouse.rows(
      sql`select name, count(*)::INTEGER as events, count(distinct json_extract(properties, '$.index'))::INTEGER as different from events group by name order by name`,
    ),
  );
  await last.stop();
  await last.remove();
  expect(found).toEqual(['own', 'rudder', 'segment'].map((name) => ({ name, events: calls, different: calls })));
});
