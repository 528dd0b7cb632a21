import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { customers } from './customers.ts';
import { realEffects } from './effects.ts';
import { importAll } from './import-all.ts';
import { undoImportById } from './imports.ts';
import { nothingSaid } from './nothing-said.ts';
import { openApp } from './open.ts';
import { previewText } from './preview.ts';

const shopify = 'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders,Tax Exempt';
const mailchimp = 'Email Address,MEMBER_RATING,OPTIN_TIME,LAST_CHANGED,LEID,EUID';
const people = ['ann', 'bob', 'cid', 'dot', 'eve'] as const;

test.for([[['shop', 'out', 'in', 'letters']], [['letters', 'in', 'out', 'shop']]] as const)(
  'a no with a date stands against a yes without one, and the import says so: %s',
  { timeout: 30_000 },
  async ([order]) => {
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
    const app = await openApp(
      join(folder, 'data'),
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
      const willing = async (): Promise<readonly (string | null)[]> => {
        const asked = { where: 'can receive email for marketing', sort: 'email', descending: false, asOf: undefined, limit: 10, offset: 0 };
        return (await customers(app, asked)).profiles.map(({ email }) => email?.split('@')[0] ?? null);
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
      await rm(folder, { recursive: true });
    }
  },
);

const klaviyo = 'Email,Klaviyo ID,First Name,Last Name,Email Marketing Consent,Email Marketing Consent Timestamp,Latitude,Longitude';
const confirmed = 'Email Address,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LAST_CHANGED,LEID,EUID';

/** An answer counts from when the list says that it was given: of an unsubscription in April 2025 only a later yes is the end. */
test.each([
  ['Klaviyo', klaviyo, (at: string) => `ann@example.org,01KA,Ann,Lee,SUBSCRIBED,${at},53.55,9.99`, '2025-06-01 08:00:00', true],
  ['Klaviyo', klaviyo, (at: string) => `ann@example.org,01KA,Ann,Lee,SUBSCRIBED,${at},53.55,9.99`, '2024-11-20 08:00:00', false],
  ['Klaviyo', klaviyo, (at: string) => `ann@example.org,01KA,Ann,Lee,SUBSCRIBED,${at},53.55,9.99`, '', false],
  ['Mailchimp', confirmed, (at: string) => `ann@example.org,2,2024-01-01 10:00:00,${at},2026-03-01 10:00:00,1,aa`, '2025-06-01 08:00:00', true],
  // Somebody corrected a name in March 2026: that is no new yes.
  ['Mailchimp', confirmed, (at: string) => `ann@example.org,2,2024-01-01 10:00:00,${at},2026-03-01 10:00:00,1,aa`, '2024-01-01 10:01:00', false],
])('a yes of %s counts from its own moment', async (tool, header, row, at, may) => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-consent-at-'));
  const app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: {} },
  );
  try {
    const list = join(folder, tool === 'Klaviyo' ? 'profiles.csv' : 'subscribed_members_export.csv');
    const letters = join(folder, 'letters.csv');
    await writeFile(list, `${header}\n${row(at)}\n`);
    await writeFile(letters, 'email,action,date\nann@example.org,unsubscribed,2025-04-01 10:00:00\n');
    await importAll(app, { ...nothingSaid, inputs: [letters], kind: 'messages', source: 'mail' });
    await importAll(app, { ...nothingSaid, inputs: [list] });
    const { members } = await previewText(app, 'can receive email for marketing', undefined, { nextChange: false });
    expect(members).toBe(may ? 1 : 0);
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
});

test('whom the mailing tool has suppressed gets no mail, whatever they agreed to, until its list says so no more', { timeout: 30_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-consent-'));
  const app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: {} },
  );
  // Klaviyo: a suppressed profile can't receive marketing even where consent stands; the reason is written beside it.
  const bring = async (suppressed: readonly string[]): Promise<void> => {
    const path = join(folder, 'klaviyo.csv');
    const rows = people.map((name, at) => `${name}@example.org,01K${at},${name},Lee,SUBSCRIBED,2026-01-05 10:00:00,"${suppressed[at] ?? ''}"`);
    await writeFile(
      path,
      ['Email,Klaviyo ID,First Name,Last Name,Email Marketing Consent,Email Marketing Consent Timestamp,Email Suppressions', ...rows, ''].join('\n'),
    );
    await importAll(app, { ...nothingSaid, inputs: [path] });
  };
  const willing = async (): Promise<number> => (await previewText(app, 'can receive email for marketing', undefined, { nextChange: false })).members;
  try {
    await bring(['', 'HARD_BOUNCE', '[]', 'USER_SUPPRESSED', 'NEVER_SUPPRESSED']);
    expect(await willing()).toBe(3);
    await bring(['', '', '', '', '']);
    expect(await willing()).toBe(5);
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
});
