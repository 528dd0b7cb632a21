/** The manual lists that a segment had when it was frozen: they come back when it is thawed. */
export const createListsBeforeFreezing: readonly string[] = [
  `create table lists_before_freezing (segment text not null, namespace text not null, value text not null, mode text not null, author text not null, at text not null,
     primary key (segment, namespace, value))`,
];
