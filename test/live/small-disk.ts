import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLiveShop } from '../../src/app/live/fixtures.ts';
import type { LiveRecord } from '../../src/contract/live.ts';
import { sql } from '../../src/sql/index.ts';

/**
 * A workspace with live data in the folder of the first argument, whose file system is small. Something else fills the disk; messages are sent until one is refused and
 * some more; then there is room again. Prints what was seen.
 */
const [root = ''] = process.argv.slice(2);
const shop = await openLiveShop({ folder: root });
const acknowledged = new Set<string>();
const refused: unknown[] = [];
let number = 0;
async function send(): Promise<void> {
  number += 1;
  const id = `m${number}`;
  const record: LiveRecord = {
    kind: 'event',
    identifiers: [{ namespace: 'customer_id', value: `c${number % 7}` }],
    name: 'Seen',
    occurredAt: shop.clock.now,
    fields: {},
    properties: { text: `${number} `.repeat(1000) },
  };
  try {
    await shop.live.append([{ source: 'web', messageId: id, receivedAt: shop.clock.now, body: { records: [record] } }]);
    acknowledged.add(id);
  } catch (error) {
    refused.push(error);
  }
}

for (let count = 0; count < 20; count += 1) await send();
await shop.live.settled();
const ballast = join(root, 'ballast');
const { bavail, bsize } = statfsSync(root);
// All but a little: what is left fills up on the way.
writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 512 * 1024), 1));
for (let count = 0; count < 2000 && refused.length < 5; count += 1) await send();
rmSync(ballast);
const during = acknowledged.size;
for (let count = 0; count < 20; count += 1) await send();
await shop.live.settled();
const stored = await shop.app.warehouse.rows<{ text: string }>(sql`select json_extract_string(properties, '$.text') as text from events`);
const integrity = await shop.live.inbox.all('pragma integrity_check');
const names = stored.map(({ text }) => `m${text.split(' ')[0] ?? ''}`);
process.stdout.write(
  JSON.stringify({
    refused: refused.map((error) => (error instanceof Error && 'code' in error && 'status' in error ? [error.code, error.status] : String(error))),
    acknowledged: acknowledged.size,
    afterwards: acknowledged.size - during,
    lost: [...acknowledged].filter((id) => !names.includes(id)),
    twice: names.length - new Set(names).size,
    strangers: names.filter((id) => !acknowledged.has(id)),
    integrity,
  }),
);
await shop.close();
