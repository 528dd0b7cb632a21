import { z } from 'zod';

export const segmentTabs = ['overview', 'members', 'makeup', 'measures', 'history'] as const;
export type SegmentTab = (typeof segmentTabs)[number];

export const segmentSearch = z.object({
  tab: z.enum(segmentTabs).catch('overview'),
  sort: z.enum(['spent', 'orders', 'recent', 'since']).catch('spent'),
});
