import { expect, test } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realEffects } from './effects.ts';
import { nothingSaid } from './nothing-said.ts';
import { importAll } from './import-all.ts';
import { type MembersRequest, writeMembers } from './members.ts';
import { openApp } from './open.ts';
import { createSegmentFrom } from './segment-changes.ts';

const customersOfShopify =
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags';

test('the members of a shop on Shopify go out with the customer ids of Shopify, and to a mailing tool by its own names for columns', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-members-'));
  const app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: {} },
  );
  try {
    const file = join(folder, 'customers_export.csv');
    const rows = ['7000000001,Ann,Lee,ann@example.org,yes', '7000000002,Bob,Ray,bob@example.org,no'].map(
      (start) => `${start},,,,Leeds,,GB,LS1 4AP,,,no,0.00,0,,no,`,
    );
    await writeFile(file, [customersOfShopify, ...rows, ''].join('\n'));
    await importAll(app, { ...nothingSaid, inputs: [file] });
    const { slug } = await createSegmentFrom(app, {
      name: 'Every, body',
      text: 'email is known',
      folder: undefined,
      slug: undefined,
      note: undefined,
      asOf: undefined,
      author: 'Olive',
    });
    const written = async (asked: Partial<MembersRequest>): Promise<readonly string[]> => {
      let text = '';
      const write = (more: string): void => {
        text += more;
      };
      await writeMembers(app, slug, { asOf: undefined, format: 'csv', fields: undefined, safe: false, ...asked, write });
      return text.split('\n');
    };
    const fields = ['customer_id', 'email'];
    // Excel takes a file without the mark for the letters of Windows.
    expect(await written({ fields, safe: true })).toEqual(['\u{feff}customer_id,email', '7000000001,ann@example.org', '7000000002,bob@example.org', '']);
    // What is asked for is done, also for programs, whose file begins with no mark.
    expect((await written({ fields: ['email', 'total_spent'], comma: true })).slice(0, 1)).toEqual(['email;total_spent']);
    expect(await written({ fields: ['email', 'total_spent'], safe: true, comma: true })).toEqual([
      '\u{feff}email;total_spent',
      'ann@example.org;0',
      'bob@example.org;0',
      '',
    ]);
    await expect(written({ fields: ['nope'] })).rejects.toThrow(/^There is no field "nope".*There are customer_id, .*\btotal_spent\b.*id: with/);
    expect(await written({ tool: 'mailchimp' })).toEqual(['Email Address,First Name,Last Name,Tags', 'ann@example.org,Ann,Lee,Every body', '']);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
