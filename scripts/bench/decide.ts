import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { definitionContext } from '../../src/app/definition-context.ts';
import { realEffects } from '../../src/app/effects.ts';
import { openApp } from '../../src/app/open.ts';
import { refreshAll } from '../../src/app/refresh.ts';
import { changeSlot, makeSlot } from '../../src/app/index.ts';
import type { Decision, SlotDefinition } from '../../src/contract/index.ts';
import { createSegment } from '../../src/segments/index.ts';
import { fillFacts } from './live-shop.ts';
import { type Measurement, measurement } from './measurement.ts';
import { atSteadyPace } from './steady-pace.ts';
import { randomSegments } from './random-segments.ts';
import { serveFolder } from './served.ts';
import type { BenchSettings } from './settings.ts';
import type { Taken } from './steady-load.ts';

const perSecond = 1000;
const seconds = 10;
const segments = 100;
const slots = 5;
/** Requests that are laid out; then they come again. */
const different = 4000;

/** Decisions over HTTP: 200 k customers, 100 segments, five slots of six rules, every request with the reasons of every slot. */
export async function measureDecide({ folder, shrink, seed }: BenchSettings): Promise<readonly Measurement[]> {
  const data = join(folder, 'decide-data');
  rmSync(data, { recursive: true, force: true });
  const people = 200_000 / shrink;
  await makeWorkspace(data, people, 500_000 / shrink, seed);
  const served = await serveFolder(data);
  try {
    const { key } = (await served.post('/keys', { name: 'Bench', scopes: ['decide'] })) as { readonly key: string };
    const headers = { authorization: `Bearer ${key}` };
    const bodies = Array.from({ length: different }, (_, number) => requestOf(number, people));
    const url = `${served.url}/api/v1/decide`;
    const asked = { url, headers, bodies };
    // What a server computes by itself after its start, and code that is new, are not what visitors wait for on the days that follow.
    await atSteadyPace({ ...asked, perSecond: perSecond / 4, seconds: 10 });
    const taken = await atSteadyPace({ ...asked, perSecond, seconds });
    if (taken.wrong > 0) throw new Error(`${taken.wrong} of ${taken.requests} requests were not answered with 200`);
    const answer = await (await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: bodies[1] ?? '' })).text();
    const decision = JSON.parse(answer) as Decision;
    if (decision.slots.length !== slots || decision.consent !== 'given') throw new Error(`not what was asked: ${answer.slice(0, 300)}`);
    const floor = await floorOf(answer, bodies);
    return [
      measurement({
        name: 'decide p99',
        what: `POST /api/v1/decide at ${perSecond} requests/s, ${slots} slots, ${people.toLocaleString('en-GB')} customers, ${segments} segments`,
        value: taken.p99,
        unit: 'ms',
        baseline: { what: 'a bare node:http server that sends the same bytes', value: floor.p99 },
        peakMegabytes: served.peakMegabytes(),
        limits: { atMost: 10 },
        details: {
          requests: taken.requests,
          median: taken.median,
          p999: taken.p999,
          most: taken.most,
          sent_late_p99: taken.late99,
          baseline_median: floor.median,
          baseline_p999: floor.p999,
          answer_bytes: Buffer.byteLength(answer),
        },
      }),
    ];
  } finally {
    await served.stop();
    rmSync(data, { recursive: true });
  }
}

/** Whoever asks, most of them known, from different pages with different carts. */
function requestOf(number: number, people: number): string {
  const known = number % 5 !== 0;
  return JSON.stringify({
    identifiers: known ? { customer_id: `u${1 + ((number * 7919) % people)}` } : { anonymous_id: `nobody-${number}` },
    context: {
      user_agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      timezone: 'Europe/London',
      locale: 'en-GB',
      page: { url: `https://shop.example.com/coffee/${number % 50}?utm_campaign=autumn`, title: 'Coffee', referrer: 'https://www.example.org/' },
      cart: { value: number % 90, items: number % 4, products: ['Espresso roast', 'Filter roast'] },
    },
    consent: { personalisation: true },
  });
}

async function makeWorkspace(data: string, people: number, events: number, seed: number): Promise<void> {
  const app = await openApp(
    data,
    realEffects(() => undefined),
    { create: { timezone: 'Europe/London' } },
  );
  const { warehouse } = app;
  await fillFacts(warehouse, { namespace: 'customer_id', people, events });
  await refreshAll(app, undefined);
  await app.control.updateTable('segments').set({ deleted_at: '2026-01-01T00:00:00Z' }).execute();
  const context = await definitionContext(app, 'bench');
  const made = [];
  for (const [index, text] of randomSegments(segments, seed).texts.entries()) made.push(await createSegment(context, { name: `Random ${index}`, text }));
  for (let slot = 0; slot < slots; slot += 1) {
    const { slug } = await makeSlot(app, { name: `Slot ${slot}`, definition: slotOf(slot) }, 'bench');
    await changeSlot(app, slug, { do: 'publish', note: '' }, { author: 'bench' });
  }
  await refreshAll(app, undefined);
  await app.close();
}

const slotOf = (slot: number): SlotDefinition => ({
  rules: [
    { when: `in segment "random-${slot * 5}" and context.cart_value >= 80`, variant: 'free', content: { type: 'text', value: 'Free delivery' } },
    {
      when: `in segment "random-${slot * 5 + 1}" and context.device = "mobile" and country = "GB"`,
      variant: 'app',
      content: { type: 'text', value: 'Our app' },
    },
    { when: 'context.hour between 2 and 3', variant: 'night', content: { type: 'text', value: 'Good night' } },
    { when: 'context.page starts with "/tea/"', variant: 'tea', content: { type: 'text', value: 'Tea' } },
    {
      when: 'count("Product Viewed" in last 30 days) >= 9',
      variant: 'choosing',
      content: { type: 'json', value: { headline: 'Can we help?', href: '/help' } },
    },
    { when: `not in segment "random-${slot * 5 + 2}" and country in ("DE", "FR")`, variant: 'abroad', content: { type: 'text', value: 'We send abroad' } },
  ],
  default: { variant: 'default', content: { type: 'text', value: 'Roasted today' } },
  schedule: null,
  browser: 'content',
});

/** The same questions at the same pace to a server that knows the answer. */
async function floorOf(answer: string, bodies: readonly string[]): Promise<Taken> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'same-bytes.ts'), answer], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (part: Buffer) => {
        const found = /at (http:\S+)/.exec(part.toString())?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)));
    });
    const asked = { url, headers: {}, bodies };
    await atSteadyPace({ ...asked, perSecond: perSecond / 4, seconds: 1 });
    return await atSteadyPace({ ...asked, perSecond, seconds });
  } finally {
    child.kill('SIGTERM');
  }
}
