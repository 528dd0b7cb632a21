import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskBirthday, maskEmail, maskIdentifier, maskName, maskPhone, maskPostcode, maskText, looksLikeEmail, looksLikePhone } from './mask.ts';
import { columnMasker, maskIdentifierOf, maskRow, rowMasker } from './rows.ts';
import { sensitivityOf } from './sensitivity.ts';

test.each([
  ['an e-mail', maskEmail, 'anna.smith@example.org', 'a…@e….org'],
  ['a short e-mail', maskEmail, 'a@b.co', 'a…@b….co'],
  ['an e-mail at a long domain', maskEmail, 'anna@mail.tea.example.co.uk', 'a…@m….uk'],
  ['what is no e-mail', maskEmail, 'anna at home', 'a…me'],
  ['a phone', maskPhone, '+44 7700 900123', '…23'],
  ['too short a phone', maskPhone, '900123', '…'],
  ['a name', maskName, 'Anna  Maria Smith', 'A… M… S…'],
  ['a name in another script', maskName, '山田 花子', '山… 花…'],
  ['an empty name', maskName, '  ', ''],
  ['a long id', maskIdentifier, 'C-10017850', 'C…50'],
  ['a short id', maskIdentifier, '17850', '1…'],
  ['an id that is an e-mail', maskIdentifier, 'anna@example.org', 'a…@e….org'],
  ['a postcode', maskPostcode, 'SW1A 1AA', 'S…'],
  ['a birth date', maskBirthday, '1984-05-17', '1984-…'],
  ['a birth date of a kind', maskBirthday, '17 May 1984', '…'],
  [
    'free text',
    maskText,
    'Call 0161 496 0000 or write to anna@example.org, order 10017, 2026-01-31',
    'Call …00 or write to a…@e….org, order 10017, 2026-01-31',
  ],
])('%s', (_, mask, value, masked) => {
  expect(mask(value)).toBe(masked);
});

test.each(['+44 7700 900123', '+4915123456789', '07700 900123', '(0161) 496 0000', '555-123-4567', '(555) 123-4567', '555.123.4567', 'tel:+12025550123'])(
  '%s is a phone',
  (text) => {
    expect(looksLikePhone(text)).toBe(true);
  },
);

test.each(['17850', '2026-01-31', '31/01/2026 10:00', '1234567890123', '0.00123456789', '1200.50', '', '12 packs', '+44', '2026-01-31 09:30:00'])(
  '%s is no phone',
  (text) => {
    expect(looksLikePhone(text)).toBe(false);
  },
);

test.each([
  ['email', 'email'],
  ['E-Mail Address', 'email'],
  ['Mobile Phone', 'phone'],
  ['Vorname', 'name'],
  ['Billing Name', 'name'],
  ['Shipping Address1', 'address'],
  ['Zip', 'postcode'],
  ['date_of_birth', 'birthday'],
  ['id:stripe', 'identifier'],
  ['customer_id', 'identifier'],
  ['lat', 'place'],
  ['city', undefined],
  ['total_spent', undefined],
  ['age', undefined],
  ['constructor', undefined],
])('a column called %s holds %s', (name, sensitivity) => {
  expect(sensitivityOf(name)).toBe(sensitivity);
});

test('a row is masked by its columns’ names, and by what values look like', () => {
  const row = {
    profile: 7,
    name: 'Anna Smith',
    email: 'anna@example.org',
    phone: 447700900123,
    birthday: '1984-05-17',
    address: '1 High Street',
    postcode: 'M1 1AA',
    latitude: 53.48,
    city: 'Manchester',
    total_spent: 120.5,
    subscribed: true,
    note: null,
    backup_contact: 'ann.other@example.org',
    tags: ['vip', '07700 900123'],
    extra: { last_name: 'Smith', size: 'M' },
  };
  expect(maskRow(row)).toEqual({
    profile: 7,
    name: 'A… S…',
    email: 'a…@e….org',
    phone: '…23',
    birthday: '1984-…',
    address: '…',
    postcode: 'M…',
    latitude: null,
    city: 'Manchester',
    total_spent: 120.5,
    subscribed: true,
    note: null,
    backup_contact: 'a…@e….org',
    tags: ['vip', '…23'],
    extra: { last_name: 'S…', size: 'M' },
  });
  expect(rowMasker(['profile', 'name', 'city'])([7, 'Anna Smith', 'Leeds'])).toEqual([7, 'A… S…', 'Leeds']);
  expect(maskIdentifierOf('email', 'anna@example.org')).toBe('a…@e….org');
  expect(maskIdentifierOf('phone', '+447700900123')).toBe('…23');
  expect(maskIdentifierOf('stripe', 'cus_9s6XKzkNRiz8i3')).toBe('c…i3');
});

test('whatever the text, masks answer, are stable, and give away neither an address nor a number', () => {
  const email = fc.emailAddress().filter((text) => (text.split('@')[0] ?? '').length >= 3);
  fc.assert(
    fc.property(email, (address) => {
      const [local = '', domain = ''] = address.split('@');
      for (const masked of [maskEmail(address), columnMasker('anything')(address), maskText(`write to ${address}`)]) {
        expect(String(masked)).not.toContain(local);
        expect(String(masked)).not.toContain(domain);
      }
      expect(looksLikeEmail(address)).toBe(true);
      expect(maskEmail(address)).toBe(maskEmail(address));
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (digits) => {
      expect(String(columnMasker('phone')(`+44${digits}`)).match(/\d/g)).toHaveLength(2);
      expect(String(columnMasker('anything')(`+44 ${digits}`)).match(/\d/g)).toHaveLength(2);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const mask of [maskEmail, maskPhone, maskName, maskIdentifier, maskPostcode, maskBirthday, maskText]) expect(typeof mask(text)).toBe('string');
      expect(Array.from(maskIdentifier(text)).length).toBeLessThanOrEqual(12 + text.length / 4);
    }),
  );
});
