export { type InboxOptions, type OpenInbox, openInbox, type Stored } from './inbox/open-inbox.ts';
export { newestOf } from './inbox/newest.ts';
export { quarantineOf } from './inbox/quarantine.ts';
export { catchUpMembers } from './members/current-members.ts';
export { replayInbox } from './road/replay-inbox.ts';
export { type Road, type RoadOptions, startRoad } from './road/road.ts';
export type { Definitions, LiveWorld } from './world/live-world.ts';
