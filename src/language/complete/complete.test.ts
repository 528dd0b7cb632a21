import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTree } from '../../../test/arbitrary-tree.ts';
import { sampleVocabulary } from '../../../test/sample-vocabulary.ts';
import { format } from '../format.ts';
import { complete } from './complete.ts';

/** The cursor is the bar. */
const at = (marked: string) => complete(marked.replace('|', ''), marked.indexOf('|'), sampleVocabulary);
const inserts = (marked: string) => at(marked).map(({ insert }) => insert);

test.each([
  ['|', 'country'],
  ['cou|', 'country'],
  ['average or|', 'average_order_value'],
  ['rfm.se|', '"rfm.segment"', 'rfm.segment'],
  ['orders >= 3 and lif|', 'lifecycle'],
  ['not (orders >= 3 or tot|', 'total_spent'],
  ['any of (country = "GB", ag|', 'age'],
  ['country |', '='],
  ['tags |', 'contains any of'],
  ['birthday |', 'in next 14 days'],
  ['orders |', '>='],
  ['country = |', '"GB"'],
  ['country = "G|', '"GB"'],
  ['country in ("GB", |', '"US"'],
  ['tags contains any of (|', '"vip"'],
  ['accepts_email = |', 'true'],
  ['in segment |', '"Wholesale buyers"'],
  ['not in segment "who|', '"Wholesale buyers"'],
  ['count(|', 'orders'],
  ['count("Prod|', '"Product Viewed"'],
  ['sum(orders.|', 'total'],
  ['sum(orders.to|', 'total'],
  ['count(orders |', 'where'],
  ['count(orders where cha|', 'channel'],
  ['count(orders where total > 5 and (|', 'channel'],
  ['count("Product Viewed" where col|', 'colour'],
  ['count(orders where tags |', 'contains'],
  ['count(orders in last 30 |', 'days'],
  ['"Product Added" then |', '"Checkout Started"'],
  ['days since last |', 'orders'],
  ['can receive |', 'email for marketing'],
  ['country = "GB" |', 'and'],
  ['count(orders) |', '>='],
])('at %s there is %s', (marked, wanted, alternative = wanted) => {
  expect(inserts(marked)).toContainEqual(expect.toSatisfy((insert: string) => insert === wanted || insert === alternative));
});

test('what has been typed is replaced whole, quote included', () => {
  const [suggestion] = at('country = "g|');
  expect(suggestion).toEqual({ insert: '"GB"', label: 'GB', kind: 'value', replaces: { offset: 10, length: 2 } });
  expect(at('age > 3 and average or|')[0]?.replaces).toEqual({ offset: 12, length: 10 });
});

test('the cursor may be anywhere in any text', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryTree().map(format), fc.string({ unit: 'binary' })), fc.integer({ min: -2, max: 300 }), (text, offset) => {
      expect(complete(text, offset, sampleVocabulary).length).toBeLessThanOrEqual(20);
    }),
    { numRuns: 500 },
  );
});
