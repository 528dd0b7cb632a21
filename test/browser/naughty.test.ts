import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { naughtyStrings } from '../naughty/naughty-strings.ts';
import { patience, settled } from './look.ts';
import { openScreen, type Screen } from './support.ts';

// Texts that would be scripts, markup or templates in careless software, as names, products, cities, tags, feedback and segment names, shown on
// every screen that shows data. Nothing may run, no dialog open, no policy be broken.
let screen: Screen | undefined;
const attacks = [
  '<script>window.__ran = 1</script>',
  '"><img src=x onerror="window.__ran = 1">',
  "';window.__ran=1;//",
  '<svg/onload=window.__ran=1>',
  'javascript:window.__ran=1',
  '{{constructor.constructor("window.__ran=1")()}}',
  '${window.__ran=1}',
  '<iframe srcdoc="<script>parent.__ran=1</script>"></iframe>',
  '</title><script>window.__ran=1</script>',
  '=HYPERLINK("http://example.org","x")',
];
const texts = [...attacks, ...naughtyStrings].filter((text) => !/[\r\n\t\0]/.test(text) && text.length < 200);

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const day = 86_400_000;

function orders(now: number): string {
  const rows = texts.flatMap((text, index) =>
    [3, 40, 90]
      .slice(0, 1 + (index % 3))
      .map((ago, turn) =>
        [
          `N${index}-${turn}`,
          new Date(now - (ago + (index % 20)) * day).toISOString(),
          `C${index}`,
          text,
          `naughty${index}@example.org`,
          text,
          text,
          text,
          String(10 + index),
          texts[(index * 7) % texts.length] ?? '',
        ]
          .map(cell)
          .join(','),
      ),
  );
  return ['Order ID,Date,Customer ID,Customer Name,Email,City,Product,Category,Total,Coupon', ...rows].join('\n');
}

beforeAll(async () => {
  screen = await openScreen('empty');
  if (screen === undefined) return;
  const { owner } = screen.server;
  const uploaded = await owner('POST', `/uploads?name=${encodeURIComponent('<img src=x onerror=window.__ran=1>.csv')}`, orders(Date.now()));
  expect(uploaded.status).toBe(201);
  const { id } = uploaded.body as { readonly id: string };
  const begun = await owner('POST', '/imports', { files: [{ upload: id }] });
  expect(begun.status).toBe(202);
  const job = (begun.body as { readonly id: string }).id;
  await vi.waitFor(async () => expect((await owner('GET', `/jobs/${job}`)).body).toMatchObject({ status: 'done' }), { timeout: 90_000, interval: 200 });
  for (const [index, text] of attacks.entries()) {
    const made = await owner('POST', '/segments', { name: `${index} ${text}`, text: `orders >= ${1 + (index % 3)}`, note: text });
    expect(made.status).toBe(201);
  }
  await owner('PATCH', '/workspace', { name: attacks[0] });
  await owner('POST', '/people', { email: 'img@example.org', name: attacks[1], role: 'viewer', personal_data: false });
});
afterAll(async () => screen?.close());

const ran = (page: Page): Promise<boolean> => page.evaluate(() => '__ran' in globalThis);

const paths = [
  '/',
  '/customers',
  '/customers/1',
  '/customers/2',
  '/imports',
  '/insights/products',
  '/insights/where',
  '/insights/crossing',
  '/insights/rfm',
  '/segments',
  '/segments/~compare',
  '/segments/~overlap',
  '/segments/~templates',
  `/segments/~new?view=both&text=${encodeURIComponent(`city = ${JSON.stringify(attacks[1])}`)}`,
  '/data',
  '/settings/people',
  '/settings/business',
];

test('nothing that stands in data or definitions runs on any screen', { timeout: 180_000 }, async () => {
  if (screen === undefined) return;
  const { items } = (await screen.server.owner('GET', '/segments')).body as { readonly items: readonly { readonly slug: string; readonly name: string }[] };
  const own = items.find(({ name }) => name === `1 ${attacks[1]}`);
  const page = await screen.open();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(screen?.server.url ?? '')) outside.push(request.url());
  });
  for (const path of [...paths, ...(own === undefined ? [] : [`/segments/${own.slug}`, `/segments/${own.slug}?tab=members`])]) {
    await page.goto(path);
    await settled(page);
    // Whatever can be pointed at says its text, too.
    const mark = page.locator('main svg path, main svg rect').first();
    if ((await mark.count()) > 0) await mark.hover({ force: true, timeout: 2000 }).catch(() => undefined);
    expect({ path, ran: await ran(page), dialogs, outside }).toEqual({ path, ran: false, dialogs: [], outside: [] });
  }
  // The texts are there, as texts.
  await page.goto('/segments');
  await page
    .getByText(attacks[1] ?? '')
    .first()
    .waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('<script>');
  await page.getByText('<script>', { exact: false }).first().waitFor(patience);
  expect(await ran(page)).toBe(false);
  expect(screen.complaints).toEqual([]);
});
