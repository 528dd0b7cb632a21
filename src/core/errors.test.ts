import { expect, test } from 'vitest';
import { ClienteleError, errorCatalogue, type ErrorEntry } from './errors.ts';

test('one second is one second, and a hint for screens names no command', () => {
  expect(new ClienteleError('access.back-off', { retry_after: 1 }).hint).toBe('Try again in 1 second.');
  expect(new ClienteleError('access.back-off', { retry_after: 21 }).hint).toBe('Try again in 21 seconds.');
  const unknown = new ClienteleError('customer.unknown', { id: 'x' });
  expect(unknown.hint).toContain('`clientele profiles`');
  expect(unknown.screenHint).toBe('See the list of customers.');
  expect(new ClienteleError('segment.unknown', { name: 'x', hint: 'Did you mean y?' }).screenHint).toBe('Did you mean y?');
  for (const [code, { screen }] of Object.entries<ErrorEntry>(errorCatalogue)) expect(screen ?? '', code).not.toMatch(/`clientele|--\w/);
});
