import { expect, test } from 'vitest';
import { engineMemory } from './engine-memory.ts';

const gigabyte = 2 ** 30;

test('the engine may hold half of what the machine has, or its container where that is less, and half a gigabyte at least', () => {
  expect(engineMemory(16 * gigabyte, 0)).toBe('8192MiB');
  expect(engineMemory(16 * gigabyte, 4 * gigabyte)).toBe('2048MiB');
  // Where no container limits it, the system may tell a number beyond all memory.
  expect(engineMemory(4 * gigabyte, 2 ** 63)).toBe('2048MiB');
  expect(engineMemory(gigabyte / 2, 0)).toBe('512MiB');
});
