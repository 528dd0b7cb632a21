import { z } from 'zod';

export const sorts = ['name', 'size', 'revenue'] as const;
export type SegmentSort = (typeof sorts)[number];

export const segmentsSearch = z.object({
  q: z.string().max(200).default('').catch(''),
  sort: z.enum(sorts).default('name').catch('name'),
  status: z.enum(['all', 'failed', 'frozen', 'mine']).default('all').catch('all'),
});
export type SegmentsSearch = z.infer<typeof segmentsSearch>;
