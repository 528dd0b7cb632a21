import { expect, test } from 'vitest';
import { type Instant, instant, parseInstant } from '../../core/index.ts';
import { members, setOf, storedSegments, storeEvaluations } from '../../segments/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { migrate, openDuckdb } from '../../warehouse/index.ts';
import { loadMembers } from './current-members.ts';

const at = (text: string): Instant => parseInstant(text) ?? instant(0);

test('who leaves a segment takes their money along', async () => {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  for (const [profile, total] of [
    [1, 30],
    [2, 50],
  ] as const) {
    await warehouse.run(
      sql`insert into orders by name select 1 as batch, 'shop' as source, ${String(profile)} as order_id, ${profile}::INTEGER as profile, ${timestamp(at('2026-03-01T00:00:00Z'))} as ordered_at, false as is_return, true as counts, ${total} as total`,
    );
  }
  const then = at('2026-03-02T00:00:00Z');
  const both = Uint32Array.of(1, 2);
  await storeEvaluations(warehouse, [{ slug: 'buyers', status: 'ok', asOf: then, set: setOf(both, 2), count: 2, members: () => both }], { evaluatedAt: then });
  const current = await loadMembers(warehouse, new Map([['buyers', 1]]));
  current.apply([{ segment: 'buyers', profile: 2, entered: false }]);
  await current.keep(warehouse, at('2026-03-02T00:00:05Z'));
  const [kept] = await storedSegments(warehouse, 'buyers');
  expect([kept?.members, kept?.revenue]).toEqual([1, 30]);
  expect([...members(current.sets.get('buyers') ?? { words: new Uint32Array() })]).toEqual([1]);
});
