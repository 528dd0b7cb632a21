import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { instant } from '../core/index.ts';
import { defaultLifecycle, listSegments } from '../segments/index.ts';
import { realEffects } from './effects.ts';
import { importAll } from './import-all.ts';
import { undoImportById } from './imports.ts';
import { whatChanged } from './insight/what-changed.ts';
import { saveLifecycle } from './lifecycle.ts';
import { nothingSaid } from './nothing-said.ts';
import { openApp } from './open.ts';
import { refreshAll } from './refresh.ts';
import { type EditRequest, editSegmentWith } from './segment-changes.ts';
import { showSegment } from './segment-figures.ts';

const unchanged: EditRequest = {
  text: undefined,
  name: undefined,
  folder: undefined,
  note: undefined,
  author: 'Olive',
  restore: undefined,
  include: [],
  exclude: [],
  unlist: [],
  freeze: false,
  thaw: false,
  dryRun: false,
  asOf: undefined,
};
const clock = Date.UTC(2026, 6, 1);
const header = 'order_id,customer_id,ordered_at,total';

/** Thirty customers with one order each, of 1, 2, 3 … times `unit`: one in five (24.2 of 30 lie below) has an average from 24.2 × unit. */
const orders = (month: string, unit: number): string =>
  [header, ...Array.from({ length: 30 }, (_, at) => `${month}-${at},${month}-c${at},2026-${month}-10 10:00:00,${unit * (at + 1)}`), ''].join('\n');

test('limits of ready segments follow the data when they are off by more than a tenth, never a look at the past, and it is told', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-library-'));
  let now = clock;
  const app = await openApp(join(folder, 'data'), { ...realEffects(() => undefined), now: () => instant(now * 1000) }, { create: { timezone: 'UTC' } });
  const bring = async (month: string, unit: number) => {
    const file = join(folder, `${month}.csv`);
    await writeFile(file, orders(month, unit));
    await importAll(app, { ...nothingSaid, inputs: [file], kind: 'orders', source: month });
    now += 60_000;
    return (await refreshAll(app, undefined)).moved_limits.filter(({ slug }) => slug === 'large-orders');
  };
  const asks = async () => (await showSegment(app, 'large-orders', undefined)).text;
  try {
    expect(await bring('05', 1)).toEqual([]);
    const first = await asks();
    expect(first).toMatch(/^average_order_value >= 2[45]$/);
    // A second thirty like the first changes nothing worth a new limit.
    expect(await bring('04', 1.02)).toEqual([]);
    expect(await asks()).toBe(first);
    now += 8 * 86_400_000;
    // Thirty more who spend ten times as much: of 90 averages 60 lie at or below 30.6 and the rest are 10, 20 … 300, so the 72nd and 73rd are 120 and 130, and a fifth of the way between them 122.
    const limit = { slug: 'large-orders', name: 'Large orders', before: first, after: 'average_order_value >= 120' };
    expect(await bring('03', 10)).toEqual([limit]);
    expect((await whatChanged(app, {})).rewritten).toMatchObject([
      { slug: 'large-orders', by_itself: true, before: expect.stringContaining(first.slice(-2)), after: expect.stringContaining('120') },
    ]);
    // At the end of April there were but the thirty of March and those of April: a look at that day does not bend today's segment to it.
    expect((await refreshAll(app, '2026-04-30')).moved_limits).toEqual([]);
    expect(await asks()).toBe(limit.after);
    // Other limits of a stage are told like another definition: who changes stage by that has done nothing.
    const stages = defaultLifecycle.map(({ name, expression }) => ({ name, expression: name === 'churned' ? expression.replace('180', '60') : expression }));
    now += 60_000;
    await saveLifecycle(app, stages, undefined);
    expect((await whatChanged(app, {})).rewritten).toMatchObject([
      { slug: 'churned-customers', by_itself: false, before: expect.stringContaining('180'), after: expect.stringContaining('60') },
      { slug: 'large-orders', by_itself: true },
    ]);
    await saveLifecycle(app, null, undefined);
    expect((await whatChanged(app, {})).rewritten).toMatchObject([{ slug: 'large-orders' }]);
    // Whoever changes one has it as they leave it.
    await editSegmentWith(app, 'large-orders', { ...unchanged, text: 'average_order_value >= 77' });
    expect(await bring('02', 500)).toEqual([]);
    expect(await asks()).toBe('average_order_value >= 77');
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
});

test('what is left after an undo makes no new ready segments, the next import does', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-library-'));
  const app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: { timezone: 'UTC' } },
  );
  // Forty customers, half of them in one city: the later list corrects the earlier.
  const bring = async (city: string) => {
    const file = join(folder, `${city}.csv`);
    await writeFile(
      file,
      ['customer_id,city,country', ...Array.from({ length: 40 }, (_, at) => `c${at},${at % 2 === 0 ? city : `Place ${at}`},GB`), ''].join('\n'),
    );
    await importAll(app, { ...nothingSaid, inputs: [file], kind: 'customers', source: 'shop' });
  };
  const cities = async () => (await listSegments(app.control)).map(({ slug }) => slug).filter((slug) => slug.startsWith('city-'));
  try {
    await bring('Leeds');
    await bring('York');
    await refreshAll(app, undefined);
    expect(await cities()).toEqual(['city-york']);
    await undoImportById(app, '2', undefined);
    expect(await cities()).toEqual(['city-york']);
    await bring('York');
    await refreshAll(app, undefined);
    expect(await cities()).toEqual(['city-york']);
    await undoImportById(app, '3', undefined);
    await bring('Leeds');
    await refreshAll(app, undefined);
    expect(await cities()).toEqual(['city-leeds', 'city-york']);
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
});
