import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reachedFromOutside } from './reached.ts';
import texts from '../../texts/en/sources.json' with { type: 'json' };

test('a service reaches an address over https that is not of this machine or network', () => {
  const reached = (address: string) => reachedFromOutside(new URL(address));
  expect(reached('https://clientele.example')).toBe(true);
  for (const near of [
    'http://clientele.example',
    'https://localhost:4911',
    'http://127.0.0.1:4747',
    'https://192.168.1.4',
    'https://172.20.0.1',
    'https://[::1]',
  ])
    expect(reached(near), near).toBe(false);
  expect(reached('https://172.32.0.1')).toBe(true);
});

test('the screen lists the topics of Shopify that the manual lists', () => {
  const manual = readFileSync(new URL('../../../../docs/collect.md', import.meta.url), 'utf8');
  const told = manual.match(/\*\*Shopify\*\*: subscribe ([^.]+)\./)?.[1] ?? '';
  const topics = [...told.matchAll(/`([^`]+)`/g)].map(([, topic]) => topic ?? '');
  expect(topics).toHaveLength(5);
  expect(texts.setUp.shopify).toContain(topics.join(', '));
});
