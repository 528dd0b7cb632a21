import { z } from 'zod';

/** Which view of the definition is shown. */
export const builderViews = ['conditions', 'both', 'text'] as const;
export type BuilderView = (typeof builderViews)[number];

const view = z.enum(builderViews).default('conditions').catch('conditions');

/** A new segment may begin with a definition: `/segments/~new?text=…&name=…`. Its draft gets a name of its own at once. */
export const newSegmentSearch = z.object({
  view,
  text: z.string().max(20_000).optional().catch(undefined),
  name: z.string().max(200).optional().catch(undefined),
  folder: z.string().max(100).optional().catch(undefined),
  draft: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .optional()
    .catch(undefined),
});
export const editSegmentSearch = z.object({ view });
