import { z } from 'zod';

export const dataParts = ['quality', 'duplicates', 'merges', 'catalogue', 'doctor'] as const;
export type DataPart = (typeof dataParts)[number];

export const dataSearch = z.object({ part: z.enum(dataParts).default('quality').catch('quality') });
