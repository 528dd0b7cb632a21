import { z } from 'zod';

export const timelineKinds = ['all', 'order', 'visit', 'mail', 'review', 'segment'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export const customerSearch = z.object({ show: z.enum(timelineKinds).default('all').catch('all') });
