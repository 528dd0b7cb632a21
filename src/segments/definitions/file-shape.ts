import { z } from 'zod';

/** The file of `segments export` and `segments apply`. Scalars are read as text, so that `00123` stays what it is. */
const listed = z.record(z.string(), z.string()).refine((entry) => Object.keys(entry).length === 1, 'must be one identifier, such as `email: ann@example.com`');

/** `include:` with nothing after it is an empty list. */
const list = z.preprocess((value) => (value === '' ? [] : value), z.array(listed)).default([]);

const segment = z.strictObject({
  slug: z.string().min(1),
  name: z.string().trim().min(1),
  folder: z.string().trim().default(''),
  note: z.string().default(''),
  origin: z.enum(['user', 'built-in']).default('user'),
  /** Frozen: the customers under `include` are its members. */
  mode: z.enum(['live', 'static']).default('live'),
  definition: z.string(),
  include: list,
  exclude: list,
});

export const segmentFileSchema = z.strictObject({ version: z.literal('1', 'must be 1'), segments: z.array(segment) });
export type SegmentFile = z.infer<typeof segmentFileSchema>;
export type FileSegment = SegmentFile['segments'][number];
