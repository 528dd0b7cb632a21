/** What answers are about. Events of the workspace name one of these, and its answers are fetched anew. */
export type Area =
  | 'session'
  | 'act'
  | 'home'
  | 'customers'
  | 'segments'
  | 'insights'
  | 'predictions'
  | 'data'
  | 'imports'
  | 'settings'
  | 'jobs'
  | 'library'
  | 'live-sources';

/** `key('segments', 'list', search)`: the area first, so that all answers of an area can be told stale at once. */
export const key = (area: Area, ...rest: readonly unknown[]): readonly unknown[] => [area, ...rest];

/** All that counts people or money: stale as soon as facts or definitions change. */
export const counted: readonly Area[] = ['home', 'customers', 'segments', 'insights', 'predictions', 'data', 'imports'];
