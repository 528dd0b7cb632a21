import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realEffects } from './effects.ts';
import { importAll } from './import-all.ts';
import { undoImportById } from './imports.ts';
import { nothingSaid } from './nothing-said.ts';
import { openApp } from './open.ts';
import { quality } from './quality.ts';

test('rejected rows are a figure of quality until a corrected file brings them in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-rejected-'));
  const app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: {} },
  );
  try {
    const figure = async () => {
      const { figures } = await quality(app, { asOf: undefined, source: undefined });
      return figures.find(({ rule }) => rule === 'rows-rejected');
    };
    const bring = async (name: string, rows: readonly string[]): Promise<string> => {
      const file = join(folder, name);
      await writeFile(file, ['order_id,email,ordered_at,total', ...rows, ''].join('\n'));
      const [report] = (await importAll(app, { ...nothingSaid, inputs: [file], source: 'shop', kind: 'orders', map: { ordered_at: 'ordered_at' } })).reports;
      return report?.import ?? '';
    };
    expect(await figure()).toBeUndefined();
    await bring('march.csv', ['1,ann@example.org,2025-03-01,10', '2,ann@example.org,2025-03-02,20']);
    expect(await figure()).toMatchObject({ rows: 2, bad: 0, severity: 'good' });
    const wrong = await bring('april.csv', ['3,bob@example.org,2025-04-01,10', '4,bob@example.org,someday,20']);
    expect(await figure()).toMatchObject({
      source: 'shop',
      kind: 'orders',
      rows: 4,
      bad: 1,
      score: 0.75,
      severity: 'act',
      sample: [{ id: 'april.csv, line 3', import: wrong, detail: expect.stringMatching(/^ordered_at: /) }],
    });
    const right = await bring('april.csv', ['3,bob@example.org,2025-04-01,10', '4,bob@example.org,2025-04-02,20']);
    expect(await figure()).toMatchObject({ rows: 4, bad: 0 });
    // Taken back, the file as it was before speaks again.
    await undoImportById(app, right, undefined);
    expect(await figure()).toMatchObject({ rows: 4, bad: 1 });
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
});
