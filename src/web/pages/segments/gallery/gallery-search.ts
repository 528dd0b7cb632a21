import { z } from 'zod';

/** Kinds of segmentation, in the order of the gallery. */
export const kinds = [
  'rfm',
  'value',
  'lifecycle',
  'behavioural',
  'engagement',
  'needs',
  'psychographic',
  'geographic',
  'demographic',
  'firmographic',
  'contextual',
  'consent',
] as const;
export type Kind = (typeof kinds)[number];

export const gallerySearch = z.object({
  kind: z
    .enum(['all', ...kinds])
    .default('all')
    .catch('all'),
  q: z.string().max(200).default('').catch(''),
});
