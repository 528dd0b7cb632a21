import { expect, test } from 'vitest';
import type { JsonObject } from '../../contract/index.ts';
import { instant } from '../../core/index.ts';
import { createInterpret } from '../interpret.ts';
import { readBody } from './read-body.ts';
import { type Arrival, unpack } from './unpack.ts';

const arrival: Arrival = {
  source: 'website',
  receivedAt: instant(1_800_000_000_000_000),
  userAgent: undefined,
  randomId: () => 'random',
};
const parsed = (text: string): JsonObject => JSON.parse(text) as JsonObject;

test('a batch lends its context to its calls; the write key and the address are left behind', () => {
  const [first, second] = unpack(
    'batch',
    parsed(`{"writeKey":"cw_1","sentAt":"2026-11-28T10:00:00Z","context":{"ip":"192.0.2.7","locale":"de"},
      "batch":[{"type":"track","messageId":"1","writeKey":"cw_1","context":{"locale":"fr"}},{"type":"track","messageId":"2","ip":"192.0.2.7"}]}`),
    { ...arrival, placeOf: (address) => (address === '192.0.2.7' ? { country: 'DE', city: 'Köln' } : undefined) },
  );
  expect(first?.body).toEqual({
    type: 'track',
    messageId: '1',
    sentAt: '2026-11-28T10:00:00Z',
    context: { locale: 'fr', location: { country: 'DE', city: 'Köln' } },
  });
  expect(second?.body['context']).toMatchObject({ locale: 'de' });
  expect(JSON.stringify([first, second])).not.toMatch(/192\.0\.2\.7|cw_1/);
});

test('calls without an id: the same call sent again is one, calls without a time are each their own', () => {
  const call = { event: 'x', timestamp: '2026-11-28T10:00:00Z' };
  const id = (body: JsonObject): string | undefined => unpack('track', body, arrival)[0]?.messageId;
  expect(id({ ...call, sentAt: '2026-11-28T10:00:01Z' })).toBe(id({ ...call, sentAt: '2026-11-28T10:00:09Z' }));
  expect(id(call)).not.toBe(id({ ...call, event: 'y' }));
  expect(id({ event: 'x' })).toBe('random');
});

test.each([
  ['an event of 40 kB', { event: 'x', properties: { text: 'a'.repeat(40_000) } }, /41 kB|40 kB/],
  ['60 levels', { event: 'x', properties: parsed('{"a":'.repeat(60) + '1' + '}'.repeat(60)) }, /deeper than 32/],
])('%s is taken visibly and refused with its reason', (_, body, reason) => {
  const [message] = unpack('track', body, arrival);
  if (message === undefined) throw new Error('nothing');
  expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(10_000);
  const said = createInterpret()(message);
  expect(said.ok ? '' : said.reason).toMatch(reason);
});

test('keys that are traps for objects, NULs and half surrogates do no harm', () => {
  const [message] = unpack(
    'track',
    parsed(
      '{"event":"x","__proto__":{"admin":true},"userId":"u","properties":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a":"\\u0000b\\ud800"}}',
    ),
    arrival,
  );
  if (message === undefined) throw new Error('nothing');
  expect(Object.hasOwn(message.body, '__proto__')).toBe(false);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  const said = createInterpret()(message);
  expect(said).toMatchObject({ ok: true, records: [{ properties: { a: '\uFFFDb\uFFFD', constructor_prototype_polluted: 1 } }] });
});

test('bytes that are no UTF-8 or no JSON are said to be so', () => {
  expect(readBody(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).toMatchObject({ ok: false, reason: 'The request is not UTF-8' });
  expect(readBody(Buffer.from('{"a":'))).toMatchObject({ ok: false, reason: 'The request is not JSON' });
  // Deeper than any stack: read, and refused later for its depth.
  expect(readBody(Buffer.from('['.repeat(100_000) + ']'.repeat(100_000))).ok).toBe(true);
});

test('ids of 64 bits come through digit by digit; amounts stay numbers', () => {
  // 2^53 + 1 has no number of its own in JavaScript: it would read as 2^53, which is another customer.
  const sent = '{"id":9007199254740993,"other":-820982911946154508,"small":9007199254740991,"price":0.1234567890123456,"large":1e21,"text":"9007199254740993"}';
  expect(readBody(Buffer.from(sent))).toEqual({
    ok: true,
    value: { id: '9007199254740993', other: '-820982911946154508', small: 9007199254740991, price: 0.1234567890123456, large: 1e21, text: '9007199254740993' },
  });
});
