import type { LiveMessage } from '../../contract/index.ts';
import { openDesk } from '../desk.ts';
import { openLive, openLiveInbox } from '../live/open-live.ts';
import type { App } from '../open.ts';
import { readSource } from './known-source.ts';
import { quarantined, type Replayed, replay } from './quarantine.ts';
import { openWorkspaceCollector } from './workspace-collector.ts';

// Quarantine of a workspace that no server holds, for the command line.

/** What waits of a source, newest first, read with the settings as they are now. @throws source.unknown */
export async function quarantinedNow(app: App, slug: string, limit: number): Promise<readonly LiveMessage[]> {
  await readSource(app.control, slug);
  const inbox = await openLiveInbox(app);
  const collector = await openWorkspaceCollector(app, inbox, { subscribe: false });
  try {
    return await quarantined(collector, slug, limit);
  } finally {
    await collector.close();
    await inbox.close();
  }
}

/** Sends once more what can be read by now, and records it at once, as a server would. @throws source.unknown */
export async function replayNow(app: App, slug: string): Promise<Replayed> {
  await readSource(app.control, slug);
  const inbox = await openLiveInbox(app);
  const collector = await openWorkspaceCollector(app, inbox, { subscribe: false });
  const desk = await openDesk(app, 1);
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined);
  const live = await openLive(desk, { inbox, interpret: collector.interpret, failed: fail });
  try {
    const replayed = await replay(collector, slug);
    // The road tries again for ever; somebody at a terminal is told instead.
    await Promise.race([live.settled(), failed]);
    return replayed;
  } finally {
    await collector.close();
    await live.stop();
    await desk.close();
  }
}
