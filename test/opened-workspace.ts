import { rm } from 'node:fs/promises';
import { afterAll, beforeAll } from 'vitest';
import { type App, openApp, realEffects } from '../src/app/index.ts';

/** A workspace of its own for the tests of a file or of a `describe`, opened before the first of them and removed after the last. */
export function openedWorkspace(make: () => Promise<string>): { readonly app: App } {
  let app: App | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = await make();
    app = await openApp(
      folder,
      realEffects(() => undefined),
    );
  }, 300_000);
  afterAll(async () => {
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get app() {
      if (app === undefined) throw new Error('The workspace is opened before the first test, not while tests are collected.');
      return app;
    },
  };
}
