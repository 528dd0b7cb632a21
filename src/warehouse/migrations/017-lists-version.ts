/** By which state of its manual lists a segment's members were worked out. */
export const createListsVersion: readonly string[] = ['alter table members add column lists_version INTEGER default 0'];
