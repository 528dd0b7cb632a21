import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { realEffects } from './effects.ts';
import { importAll } from './import-all.ts';
import { nothingSaid } from './nothing-said.ts';
import { openApp } from './open.ts';
import { refreshAll } from './refresh.ts';

test('different values of a shop of three hundred are counted, not estimated', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-catalogue-'));
  const app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: {} },
  );
  const file = join(folder, 'customers.csv');
  const rows = Array.from({ length: 301 }, (_, index) => `${index},person.${index}@example.org,Town ${index % 7}`);
  await writeFile(file, ['id,email,city', ...rows].join('\n'));
  await importAll(app, { ...nothingSaid, inputs: [file], kind: 'customers' });
  await refreshAll(app, undefined);
  const { customers, estimated, traits } = await catalogue(app);
  const different = (name: string) => traits.find((trait) => trait.name === name)?.distinct;
  expect([customers, estimated, different('email'), different('city')]).toEqual([301, false, 301, 7]);
  await app.close();
  await rm(folder, { recursive: true, force: true });
});
