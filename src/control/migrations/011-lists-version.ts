/** How often a segment's manual lists, or whether it is frozen, were changed: what its members were worked out by is told from what was said since. */
export const createListsVersion: readonly string[] = ['alter table segments add column lists_version integer not null default 0'];
