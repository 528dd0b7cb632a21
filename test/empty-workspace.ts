import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp, realEffects } from '../src/app/index.ts';

/** A folder with a workspace of its own that nothing was brought into. */
export async function emptyWorkspace(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-test-'));
  const app = await openApp(
    folder,
    realEffects(() => undefined),
    { create: {} },
  );
  await app.close();
  return folder;
}
