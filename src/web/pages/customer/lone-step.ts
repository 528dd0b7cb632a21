import type { StoryEntry } from './customer-queries.ts';

type Visit = Pick<StoryEntry, 'kind' | 'title' | 'lines'>;

/** What a visit of one step was (a login, a booking, one page seen); undefined for everything else. A visit's title is the number of its steps. */
export const loneStep = ({ kind, title, lines }: Visit): StoryEntry['lines'][number] | undefined => (kind === 'visit' && title === '1' ? lines[0] : undefined);
