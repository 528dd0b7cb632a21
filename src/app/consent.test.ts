import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realEffects } from './effects.ts';
import { importAll } from './import-all.ts';
import { undoImportById } from './imports.ts';
import { nothingSaid } from './nothing-said.ts';
import { openApp } from './open.ts';
import { previewText } from './preview.ts';

const shopify = 'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders,Tax Exempt';
const mailchimp = 'Email Address,MEMBER_RATING,OPTIN_TIME,LAST_CHANGED,LEID,EUID';
const people = ['ann', 'bob', 'cid', 'dot', 'eve'] as const;

test('a no with a date stands against a yes without one, whichever list comes first, and the import says so', { timeout: 30_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-consent-'));
  const file = async (name: string, rows: readonly string[]): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, [...rows, ''].join('\n'));
    return path;
  };
  const inputs = {
    shop: await file('customers_export.csv', [
      shopify,
      ...people.map((name, index) => `${7001 + index},${name},Lee,${name}@example.org,${name === 'dot' ? 'no' : 'yes'},0.00,0,no`),
    ]),
    // Bob unsubscribed at the mailing tool; Dot is subscribed there, since a day; Eve unsubscribed by a link in a letter.
    out: await file('unsubscribed_email_audience_export_1.csv', [mailchimp, 'bob@example.org,2,2024-01-01 10:00:00,2026-05-03 10:00:00,1,aa']),
    in: await file('subscribed_email_audience_export_1.csv', [mailchimp, 'dot@example.org,2,2024-01-01 10:00:00,2025-03-01 10:00:00,2,bb']),
    letters: await file('letters.csv', ['email,action,date', 'eve@example.org,unsubscribed,2026-04-01 10:00:00']),
  };
  try {
    for (const order of [
      ['shop', 'out', 'in', 'letters'],
      ['letters', 'in', 'out', 'shop'],
    ] as const) {
      const app = await openApp(
        join(folder, order.join('-')),
        realEffects(() => undefined),
        { create: {} },
      );
      try {
        const said: Record<string, readonly string[]> = {};
        let undo = '';
        for (const name of order) {
          const letters = name === 'letters' ? { kind: 'messages' as const, source: 'mail' } : {};
          const [report] = (await importAll(app, { ...nothingSaid, inputs: [inputs[name]], ...letters })).reports;
          said[name] = (report?.warnings ?? []).filter((warning) => /no counts/.test(warning));
          if (name === 'out') undo = report?.import ?? '';
        }
        const willing = async (): Promise<readonly string[]> => {
          const found: string[] = [];
          for (const name of people) {
            const { members } = await previewText(app, `can receive email for marketing and email = "${name}@example.org"`, undefined, { nextChange: false });
            if (members === 1) found.push(name);
          }
          return found;
        };
        expect(await willing()).toEqual(['ann', 'cid']);
        if (order[0] === 'shop') {
          expect(said['out']).toEqual([expect.stringMatching(/^1 customer says no in .* and said yes elsewhere: the no counts\.$/)]);
          expect(said['in']).toEqual([expect.stringMatching(/^1 customer says yes in .* and said no elsewhere, and nothing tells/)]);
        } else expect(said['shop']).toHaveLength(2);
        await undoImportById(app, undo, undefined);
        expect(await willing()).toEqual(['ann', 'bob', 'cid']);
      } finally {
        await app.close();
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
