import { z } from 'zod';

export const overlapSearch = z.object({ folder: z.string().catch('') });
