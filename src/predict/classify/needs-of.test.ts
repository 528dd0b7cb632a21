import { expect, test } from 'vitest';
import { enoughData } from './enough-data.ts';
import { needsOf } from './needs-of.ts';

test('what a back-test learns from is told as rows: the same customer stands in it once for each day', () => {
  const labels = Uint8Array.from({ length: 200 }, (_, at) => (at < 40 ? 1 : 0));
  for (const { has, needs } of needsOf(enoughData(labels))) {
    expect(has).toEqual({ rows: 200, positives: 40 });
    expect(Object.keys(needs)).toEqual(['rows', 'positives']);
  }
});
