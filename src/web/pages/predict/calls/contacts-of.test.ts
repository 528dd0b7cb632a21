import { expect, test } from 'vitest';
import { contactsOf } from './contacts-of.ts';

test('who has neither a phone nor an e-mail is told from who is called by the only one', () => {
  expect(contactsOf({ phone: null, email: null }, 'Ada')).toBeNull();
  expect(contactsOf({ phone: null, email: 'ada@example.org' }, 'ada@example.org')).toBe('');
  expect(contactsOf({ phone: '+44 1632 960001', email: 'ada@example.org' }, 'Ada')).toBe('+44 1632 960001 · ada@example.org');
});
