import { z } from 'zod';

// The shapes that docs/json.md promises; further keys are welcome, these are fixed.
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
const count = z.int().nonnegative();
const share = z.number().min(0).max(1);

export const importShape = z.object({
  import: z.string().nullable(),
  preset: z.string(),
  kind: z.string(),
  rows: count,
  accepted: count,
  rejected: count,
  orders: count,
  items: count,
  returns: count,
  profiles_created: count,
  profiles_updated: count,
  unattributed_orders: count,
  created: count,
  updated: count,
  skipped: count,
  seconds: z.number(),
  rejects_file: z.string().nullable(),
  warnings: z.array(z.string()),
});

export const previewShape = z.object({
  members: count,
  share,
  sentence: z.string(),
  clauses: z.array(z.object({ text: z.string(), members: count })),
  next_change: instant.nullable(),
  sample: z.array(count),
});

export const listShape = z.array(
  z.object({
    slug: z.string(),
    name: z.string(),
    folder: z.string(),
    members: count.nullable(),
    share: share.nullable(),
    revenue: z.number().nullable(),
    revenue_share: z.number().nullable(),
    as_of: instant.nullable(),
    status: z.string(),
  }),
);

export const profileShape = z.object({
  profile: z.union([z.number(), z.string()]),
  identifiers: z.array(z.object({ namespace: z.string(), value: z.string() })),
  traits: z.record(z.string(), z.unknown()),
  features: z.record(z.string(), z.unknown()),
  segments: z.array(z.object({ slug: z.string(), name: z.string() })),
  timeline: z.array(z.object({ at: instant, kind: z.string(), title: z.string() })),
});

export const explainShape = z.object({
  member: z.boolean(),
  conditions: z.array(z.object({ text: z.string(), holds: z.boolean(), actual: z.unknown(), facts: z.array(z.unknown()) })),
  to_enter: z.array(z.string()),
  leaves_at: instant.nullable(),
});

export const errorShape = z.object({ error: z.object({ code: z.string(), message: z.string(), hint: z.string(), position: z.unknown().optional() }) });
