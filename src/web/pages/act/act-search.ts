import { z } from 'zod';

export const actParts = ['write', 'slots', 'decisions', 'webhooks'] as const;
export type ActPart = (typeof actParts)[number];

export const actSearch = z.object({ part: z.enum(actParts).default('write').catch('write') });
