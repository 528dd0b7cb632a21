import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeShop } from '../scripts/shop/shop.ts';
import { type App, importAll, nothingSaid, openApp, realEffects, refreshAll, subscriptionSurvival, uplift } from '../src/app/index.ts';
import { exampleWorkspace } from './example-workspace.ts';

const folder = join(import.meta.dirname, '../examples/daily-grind-club');
const truthText = readFileSync(`${folder}-truth.json`, 'utf8');
const truth = JSON.parse(truthText) as {
  readonly club: {
    readonly members: number;
    readonly cancelled: number;
    readonly leaving_per_day: number;
    readonly devoted: number;
    readonly others_leave_times: number;
  };
  readonly letter: {
    readonly since: string;
    readonly days: number;
    readonly sent: number;
    readonly held_back: number;
    readonly effect: number;
    readonly achievable_top_30: number;
    readonly achievable_bottom_half: number;
  };
};

test('the club comes out of the shop’s seed byte for byte', () => {
  const { club } = makeShop({ customers: 1200, seed: 1, end: '2026-06-30' });
  expect(club.truth === truthText, 'the ground truth differs').toBe(true);
  for (const [name, text] of club.files) expect(text === readFileSync(join(folder, name), 'utf8'), `${name} differs`).toBe(true);
});

describe('the club beside the example shop', () => {
  let app: App;
  let workspace: string;
  beforeAll(async () => {
    workspace = await exampleWorkspace();
    app = await openApp(
      workspace,
      realEffects(() => undefined),
    );
    const inputs = ['club-events.csv', 'tasting-letter.csv'].map((name) => join(folder, name));
    await importAll(app, { ...nothingSaid, inputs, source: 'club' });
    await refreshAll(app, undefined);
  }, 300_000);
  afterAll(async () => {
    await app.close();
    await rm(workspace, { recursive: true });
  });

  test('how long memberships last, and who leaves sooner, is what was planted', async () => {
    const curve = await subscriptionSurvival(app, { start: 'Subscription Started', end: 'Subscription Cancelled', asOf: undefined });
    expect([curve.subscriptions, curve.ended]).toEqual([truth.club.members, truth.club.cancelled]);
    // Two kinds of members, each leaving at a constant rate: the curve of both together.
    const { devoted, members, leaving_per_day: rate, others_leave_times: times } = truth.club;
    for (const days of [90, 180, 360]) {
      const planted = (devoted * Math.exp(-rate * days) + (members - devoted) * Math.exp(-rate * times * days)) / members;
      const found = curve.points.find((point) => point.days === days);
      // Three standard errors: three looks at one draw of chance.
      const error = ((found?.high ?? 0) - (found?.low ?? 0)) / (2 * 1.96);
      expect(Math.abs((found?.survival ?? 0) - planted)).toBeLessThan(3 * error);
    }
    // Who is devoted stands in no file, but shows in how they order.
    expect(curve.hazards?.covariates.length).toBeGreaterThan(0);
    process.stdout.write(
      `\nclub: ${curve.hazards?.covariates.map(({ sentence }) => sentence).join(' ')} Concordance ${curve.hazards?.concordance?.toFixed(3)}\n`,
    );
    expect(curve.hazards?.concordance).toBeGreaterThan(0.6);
  }, 120_000);

  test('the letter changes those it was made to change', async () => {
    const { letter } = truth;
    const found = await uplift(app, {
      treated: 'tasting_letter = "sent"',
      control: 'tasting_letter = "held back"',
      since: letter.since,
      outcome: `count("Tasting Booked" where occurred_at >= "${letter.since}") >= 1`,
      days: letter.days,
    });
    // One row of the list may be another's duplicate.
    expect(letter.sent - found.treated.people + letter.held_back - found.control.people).toBeLessThanOrEqual(3);
    expect(found.balance.suspicious).toBe(false);
    expect(found.effect?.low).toBeLessThan(letter.effect);
    expect(found.effect?.high).toBeGreaterThan(letter.effect);
    const chosen = found.models.find((model) => model.chosen);
    expect(chosen?.kind).not.toBe('none');
    process.stdout.write(
      `\ntasting letter, effect on the 30% most changed: ours ${chosen?.top_30?.toFixed(3)}, achievable ${letter.achievable_top_30}; lower half ours ${chosen?.bottom_half?.toFixed(3)}, achievable ${letter.achievable_bottom_half}\n`,
    );
    expect(chosen?.top_30).toBeGreaterThan(0.6 * letter.achievable_top_30);
    expect(chosen?.bottom_half).toBeLessThan(letter.effect);
  }, 120_000);
});
