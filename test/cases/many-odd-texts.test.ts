import { expect, test } from 'vitest';
import { migrate, openDuckdb } from '../../src/warehouse/index.ts';
import { evaluateNaively } from '../naive/evaluate.ts';
import { emptyWorld, type World } from '../naive/world.ts';
import { evaluateInWarehouse } from './evaluate-in-warehouse.ts';
import { loadWorld } from './load-world.ts';
import { readTree } from './read-cases.ts';

const definitions = [
  'name = "STRASSE 7"',
  'name != "strasse 7"',
  'not name = "strasse 7"',
  'name in ("strasse 1", "weg 2")',
  'name contains "ASSE 11"',
  'name starts with "straß"',
  'name ends with "0"',
  'tags contains "grosse 7"',
  'tags contains none of ("grosse 7", "x")',
  'distinct("Seen".colour) = 1',
  'count("Seen" where colour = "WEISS") = 2',
];

/** As many texts that the engine can not fold by itself as take the product from one way of looking them up to another. */
test.each([3, 1_500])('%i texts with letters that fold to two', async (customers) => {
  const profiles = Array.from({ length: customers }, (_, index) => index + 1);
  const at = Date.UTC(2026, 4, 1) * 1000;
  const seen = (profile: number, colour: string) => ({ profile, name: 'Seen', at, receivedAt: at, fields: { colour } });
  const world: World = {
    ...emptyWorld,
    profiles,
    words: { name: 'text', tags: 'list' },
    attributes: new Map(
      profiles.map((profile) => [
        profile,
        { name: profile % 3 === 0 ? `Weg ${profile}` : ` Straße ${profile}`, tags: ['x', `GROẞE ${profile}`].slice(profile % 2) },
      ]),
    ),
    events: profiles.flatMap((profile) => [seen(profile, 'weiß'), seen(profile, profile % 2 === 0 ? 'WEISS ' : 'grün')]),
  };
  const moment = { now: Date.UTC(2026, 5, 1) * 1000, zone: 'UTC', weekStart: 1 };
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  const vocabulary = await loadWorld(warehouse, world, { colour: 'text' });
  const found = await evaluateInWarehouse(
    warehouse,
    vocabulary,
    definitions.map((text) => ({ text })),
    moment,
  );
  definitions.forEach((text, index) => expect({ text, members: found[index] }).toEqual({ text, members: [...evaluateNaively(readTree(text), world, moment)] }));
  await warehouse.close();
});
