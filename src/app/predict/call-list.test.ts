import { expect, test } from 'vitest';
import { askedOfMembers } from './call-list.ts';

test('who calls members is told that paying is not staying, and what to let learn in the words of their events', () => {
  expect(askedOfMembers({ begins: 'Subscription Started', ends: 'Subscription Cancelled' })).toBe(
    ' Who stops coming goes on paying until they leave, and is not overdue: let “Who will end their subscription” learn and act, under Predictions, and this page goes by that.',
  );
});
