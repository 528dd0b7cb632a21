import { z } from 'zod';

export const startSteps = ['goal', 'business', 'data'] as const;
export type StartStep = (typeof startSteps)[number];

/** Where somebody is on the way in; `job` is the example shop being loaded. */
export const startSearch = z.object({ step: z.enum(startSteps).catch('goal').default('goal'), job: z.string().optional().catch(undefined) });
