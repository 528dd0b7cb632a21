import type { Inbox, Interpret } from '../../contract/index.ts';
import { type OpenInbox, openInbox, type InboxOptions, type Road, startRoad } from '../../live/index.ts';
import type { Desk } from '../desk.ts';
import type { App } from '../open.ts';
import { liveWorld } from './live-world.ts';

/** Live data of an open workspace: where messages are handed over, and who is told what became of them. */
export type Live = {
  readonly inbox: OpenInbox;
  readonly append: Inbox['append'];
  readonly subscribe: Road['subscribe'];
  readonly changesAfter: Road['changesAfter'];
  readonly settled: Road['settled'];
  readonly stop: () => Promise<void>;
};

export type LiveOptions = {
  readonly inbox: OpenInbox;
  readonly interpret: Interpret;
  readonly failed?: (error: unknown) => void;
};

/** The inbox of a workspace: sources hand over to it whether the road is at work or not. */
export const openLiveInbox = (app: App, options?: InboxOptions): Promise<OpenInbox> => openInbox(app.folder.inbox, options);

/** Starts the road from an inbox over the desk of its workspace; to stop it closes the inbox, too. */
export async function openLive(desk: Desk, options: LiveOptions): Promise<Live> {
  const { app } = desk;
  const { inbox } = options;
  const warehouse = await app.warehouse.another({ keepsTables: true });
  const small = await app.warehouse.another({ keepsTables: true });
  const wide = await app.warehouse.another();
  const late = await app.warehouse.another();
  const reader = await app.warehouse.another();
  const looker = await app.warehouse.another();
  const between = await app.warehouse.another();
  const road = await startRoad({
    inbox,
    interpret: options.interpret,
    reader,
    looker,
    between,
    write: (work, quiet) => desk.writeLive(work, quiet),
    failed: options.failed ?? (() => undefined),
    world: liveWorld({ ...app, warehouse }, { small, wide, late, evaluated: desk.noteLive }, () => desk.workspace()),
  });
  const forget = desk.aroundWrites({ before: road.keepMembers, after: road.changedOutside });
  return {
    inbox,
    append: inbox.append,
    subscribe: road.subscribe,
    changesAfter: road.changesAfter,
    settled: road.settled,
    stop: async () => {
      forget();
      await road.stop();
      await inbox.close();
      await reader.close();
      await looker.close();
      await between.close();
      await small.close();
      await wide.close();
      await late.close();
      await warehouse.close();
    },
  };
}
