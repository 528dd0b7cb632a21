import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listen } from './event-stream.ts';

// What a browser has and Node has not: a page that is in sight or not, and streams of events.
class Page extends EventTarget {
  visibilityState: 'visible' | 'hidden' = 'visible';
  turn(to: 'visible' | 'hidden'): void {
    this.visibilityState = to;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

class Stream extends EventTarget {
  static readonly open = new Set<Stream>();
  constructor() {
    super();
    Stream.open.add(this);
  }
  close(): void {
    Stream.open.delete(this);
  }
}

const page = new Page();
beforeEach(() => {
  vi.useFakeTimers();
  page.visibilityState = 'visible';
  Stream.open.clear();
  vi.stubGlobal('document', page);
  vi.stubGlobal('EventSource', Stream);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a tab out of sight holds no connection; looked at again it asks for what it missed', () => {
  const resumed = vi.fn();
  const message = vi.fn();
  const stop = listen('/events', { message, resumed, names: ['job'] });
  for (const stream of Stream.open) stream.dispatchEvent(new MessageEvent('job', { data: '{"id":1}' }));
  expect(message.mock.calls.map(([name, data]) => [name, data])).toEqual([['job', { id: 1 }]]);
  page.turn('hidden');
  vi.advanceTimersByTime(4000);
  page.turn('visible');
  vi.advanceTimersByTime(10_000);
  expect([Stream.open.size, resumed.mock.calls.length]).toEqual([1, 0]);
  page.turn('hidden');
  vi.advanceTimersByTime(6000);
  expect(Stream.open.size).toBe(0);
  page.turn('visible');
  expect([Stream.open.size, resumed.mock.calls.length]).toEqual([1, 1]);
  stop();
  page.turn('hidden');
  page.turn('visible');
  expect(Stream.open.size).toBe(0);
});

test('a tab that was opened behind others connects when it is looked at', () => {
  page.visibilityState = 'hidden';
  const resumed = vi.fn();
  const stop = listen('/events', { message: () => undefined, resumed });
  expect(Stream.open.size).toBe(0);
  page.turn('visible');
  expect([Stream.open.size, resumed.mock.calls.length]).toEqual([1, 1]);
  stop();
});
