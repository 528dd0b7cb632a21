import { z } from 'zod';
import { segmentKinds } from '../../../../contract/index.ts';

export const gallerySearch = z.object({
  kind: z
    .enum(['all', ...segmentKinds])
    .default('all')
    .catch('all'),
  q: z.string().max(200).default('').catch(''),
});
