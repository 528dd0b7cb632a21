import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { claimAddress } from './address.ts';
import { keepServing } from './keep-serving.ts';

test('a port that is taken is told before the workspace is opened, and so before it is made', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  try {
    await expect(claimAddress('127.0.0.1', port)).rejects.toMatchObject({ code: 'server.address' });
    let opened = 0;
    const serving = keepServing({
      open: () => {
        opened += 1;
        return Promise.reject(new Error('opened'));
      },
      options: { host: '127.0.0.1', port, version: '0', webFolder: undefined, manualFolder: '.', trustProxy: false, logLevel: 'silent' },
      until: Promise.resolve(),
      serving: () => undefined,
    });
    await expect(serving).rejects.toMatchObject({ code: 'server.address' });
    expect(opened).toBe(0);
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
  await claimAddress('127.0.0.1', port);
});
