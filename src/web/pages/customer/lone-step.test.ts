import { expect, test } from 'vitest';
import { loneStep } from './lone-step.ts';

const step = (text: string) => ({ at: '2026-11-30T09:00:00Z', text, detail: null, quantity: null, amount: null });

test('a visit of one step is what that step was; one of several, and an order of one line, are not', () => {
  expect(loneStep({ kind: 'visit', title: '1', lines: [step('Login')] })?.text).toBe('Login');
  expect(loneStep({ kind: 'visit', title: '2', lines: [step('Login'), step('Bookings Made')] })).toBeUndefined();
  expect(loneStep({ kind: 'order', title: '1', lines: [step('Umbrella')] })).toBeUndefined();
});
