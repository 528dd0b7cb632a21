import { join } from 'node:path';
import type { Inbox } from '../../contract/index.ts';
import { newestOf, type OpenInbox, quarantineOf } from '../../live/index.ts';
import { tellNews } from '../live-shapes/tell-news.ts';
import type { App } from '../open.ts';
import { type Collector, openCollector } from './collector.ts';
import { openPlaces } from './places.ts';

export type WorkspaceCollectorOptions = {
  /** Takes the messages instead, in tests. */
  readonly instead?: Inbox | undefined;
  /** What the workspace counts in, where that may change meanwhile. */
  readonly currency?: () => string;
  /** Whether brokers are listened to; a command that looks does not. */
  readonly subscribe?: boolean;
  readonly failed?: (error: unknown) => void;
};

/** The collector of a workspace: its own inbox, its own database of places, its notices. */
export async function openWorkspaceCollector(
  app: App,
  inbox: OpenInbox,
  { instead, currency, subscribe = true, failed = () => undefined }: WorkspaceCollectorOptions = {},
): Promise<Collector> {
  return openCollector({
    control: app.control,
    effects: app.effects,
    inbox: instead ?? inbox,
    quarantine: quarantineOf(inbox),
    newest: newestOf(inbox),
    placeOf: await openPlaces(join(app.folder.root, 'places.mmdb')),
    currency: currency ?? (() => app.workspace.currency),
    subscribe,
    failed,
    onNews: (news) => tellNews(app, news),
  });
}
