import { keepPreviousData, QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';

/** As the builder asks: every definition is a question of its own, and the last answer stays until the newest question has one. */
function builderAsking() {
  const client = new QueryClient();
  const open = new Map<string, (members: number) => void>();
  const aborted: string[] = [];
  const options = (text: string) => ({
    queryKey: ['segments', 'preview', 'detail', text],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      new Promise<{ readonly asked: string; readonly members: number }>((resolve) => {
        signal.addEventListener('abort', () => aborted.push(text));
        open.set(text, (members) => resolve({ asked: text, members }));
      }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const observer = new QueryObserver(client, options('orders >= 1'));
  const stop = observer.subscribe(() => undefined);
  return {
    ask: (text: string) => observer.setOptions(options(text)),
    answer: async (text: string, members: number) => {
      open.get(text)?.(members);
      await new Promise((resolve) => setImmediate(resolve));
    },
    shown: () => observer.getCurrentResult().data,
    aborted,
    stop: () => {
      stop();
      client.clear();
    },
  };
}

test('an answer that comes late never stands in place of a newer one', async () => {
  const builder = builderAsking();
  await builder.answer('orders >= 1', 100);
  expect(builder.shown()).toEqual({ asked: 'orders >= 1', members: 100 });
  builder.ask('orders >= 2');
  // What is shown meanwhile says which question it answers: that is how the screen knows it is stale.
  expect(builder.shown()).toEqual({ asked: 'orders >= 1', members: 100 });
  builder.ask('orders >= 3');
  expect(builder.aborted).toEqual(['orders >= 2']);
  await builder.answer('orders >= 3', 30);
  await builder.answer('orders >= 2', 60);
  expect(builder.shown()).toEqual({ asked: 'orders >= 3', members: 30 });
  builder.stop();
});
