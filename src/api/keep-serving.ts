import type { App } from '../app/index.ts';
import { claimAddress } from './address.ts';
import { type ServeOptions, type Serving, serve } from './serve.ts';

type KeepServing = {
  readonly open: () => Promise<App>;
  readonly options: ServeOptions;
  /** Resolves when the server is to stop. */
  readonly until: Promise<unknown>;
  /** Called each time that it begins to serve. */
  readonly serving: (serving: Serving, app: App) => void;
};

/**
 * Serves a workspace until told to stop, and opens it again, at the same port, whenever another one lies ready to take its place: a restored backup, a
 * rebuilt warehouse. For the second or two in between nobody is answered; pages try again by themselves.
 */
export async function keepServing({ open, options, until, serving: told }: KeepServing): Promise<void> {
  let { port } = options;
  let next: 'stop' | 'anew' = 'anew';
  const stopped = until.then(() => 'stop' as const);
  // Before the workspace is made or opened: a port that is taken leaves nothing behind.
  await claimAddress(options.host, port);
  while (next === 'anew') {
    const app = await open();
    try {
      const serving = await serve(app, { ...options, port });
      ({ port } = serving);
      told(serving, app);
      next = await Promise.race([stopped, serving.anew.then(() => 'anew' as const)]);
      await serving.stop();
    } finally {
      await app.close();
    }
  }
}
