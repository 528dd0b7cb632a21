import { z } from 'zod';

/** Slugs separated by commas, two to five of them. */
export const compareSearch = z.object({ slugs: z.string().catch('') });

export const mostCompared = 5;
export const slugsOf = (text: string): readonly string[] => [...new Set(text.split(',').filter((slug) => slug !== ''))].slice(0, mostCompared);
