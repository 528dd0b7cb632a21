import { z } from 'zod';
import { kinds } from './kinds.ts';
import { statusReadings } from './mapping.ts';

// What the API takes and answers about imports: the shapes of docs/json.md. Rejected cells and samples may hold personal data.

const count = z.int().nonnegative();
export const kindSchema = z.enum(kinds);

export const columnMappingSchema = z
  .object({
    header: z.string(),
    field: z.string(),
    name: z.string().exactOptional(),
    confidence: z.number().min(0).max(1),
    reason: z.string(),
    dateOrder: z.enum(['dmy', 'mdy', 'ymd']).exactOptional(),
  })
  .meta({ id: 'ColumnMapping' });

export const mappingOptionsSchema = z
  .object({
    dateOrder: z.enum(['dmy', 'mdy', 'ymd']).exactOptional(),
    decimal: z.enum(['point', 'comma']).exactOptional(),
    currency: z.string().max(3).exactOptional(),
    zone: z.string().max(100).exactOptional(),
    country: z.string().max(2).exactOptional(),
    listSeparator: z.string().max(10).exactOptional(),
    feedbackKind: z.enum(['review', 'ticket', 'survey']).exactOptional(),
    meanings: z
      .record(z.string().min(1).max(200), z.enum(['yes', 'no', 'unknown']))
      .exactOptional()
      .meta({ description: 'What words in columns of yes and no mean that are not understood by themselves; capitals do not matter' }),
    statuses: z
      .record(z.string().min(1).max(200), z.enum(statusReadings))
      .exactOptional()
      .meta({ description: 'What words of the status column mean, where they are to be read otherwise than by themselves; capitals do not matter' }),
  })
  .meta({ id: 'MappingOptions' });

/** One file, and what a person said about it; the rest is found out by looking. */
export const fileToImportSchema = z
  .object({
    upload: z.string(),
    kind: kindSchema.exactOptional(),
    source: z.string().trim().min(1).max(100).exactOptional(),
    preset: z.string().max(100).exactOptional(),
    map: z.record(z.string(), z.string()).default({}).meta({ description: 'Column header → field, `ignore`, or `custom`' }),
    options: mappingOptionsSchema.default({}),
    mapping: z
      .string()
      .max(200)
      .nullable()
      .exactOptional()
      .meta({ description: 'Name of a saved mapping; null for none. Left out, the newest that was saved for a file of just these columns is used' }),
    read: z
      .object({
        delimiter: z.string().max(4).exactOptional(),
        encoding: z.string().max(40).exactOptional(),
        header: z.boolean().exactOptional(),
        columns: z.array(z.string()).exactOptional(),
        sheet: z.string().max(200).exactOptional(),
      })
      .default({}),
  })
  .meta({ id: 'FileToImport' });
export type FileToImport = z.infer<typeof fileToImportSchema>;

/** What stands in the way of an import, with what would mend it told by `code` and `parameters`. */
export const importProblemSchema = z
  .object({ code: z.string(), title: z.string(), hint: z.string(), parameters: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ id: 'ImportProblem' });

export const lookedAtSchema = z
  .object({
    upload: z.string(),
    file: z.string(),
    stream: z.string().nullable(),
    format: z.object({
      kind: z.string(),
      compression: z.string().nullable(),
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
      header: z.boolean().nullable(),
    }),
    rows: count,
    unreadable: z.object({ rows: count, examples: z.array(z.object({ line: z.int(), reason: z.string() })) }),
    headers: z.array(z.string()),
    samples: z.array(z.array(z.string().nullable())).meta({ description: 'Per column, in the order of `headers`, a few different values' }),
    kind: kindSchema.nullable(),
    preset: z.string().nullable(),
    source: z.string().nullable(),
    mapping: z.string().nullable().meta({ description: 'The saved mapping by which the table is read' }),
    mappings: z.array(z.string()).meta({ description: 'Saved mappings by which it could be read: of its kind, and with the columns it has' }),
    recognised: z.string().nullable().meta({ description: 'The system and the export, as its users call them, where a preset fits' }),
    columns: z.array(columnMappingSchema),
    options: z.looseObject(mappingOptionsSchema.shape).meta({ description: 'How cells are read: what the preset says, and what was said on top' }),
    warnings: z.array(z.string()),
    problem: importProblemSchema.nullable(),
    problems: z
      .array(importProblemSchema)
      .meta({ description: 'All that stands in the way, `problem` first: columns that could be read in two ways come one by one' }),
  })
  .meta({ id: 'LookedAt' });
export type LookedAt = z.infer<typeof lookedAtSchema>;

export const importReportSchema = z
  .object({
    import: z.string().nullable(),
    file: z.string().optional(),
    preset: z.string(),
    kind: kindSchema,
    source: z.string(),
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
    duplicate_lines: count,
    seconds: z.number(),
    rejects_file: z.string().nullable(),
    rejects: z.array(z.object({ reason: z.string(), column: z.string().nullable(), rows: count, example: z.string(), line: z.int(), fix: z.string() })),
    unread_words: z
      .array(z.object({ column: z.string(), warning: z.string(), words: z.array(z.object({ word: z.string(), rows: count })), further: count }))
      .optional()
      .meta({ description: 'Words of columns of yes and no that were not understood, the commonest dozen of each; `meanings` says what they mean' }),
    statuses: z
      .object({
        column: z.string(),
        warning: z.string().nullable(),
        words: z.array(z.object({ word: z.string(), orders: count, reading: z.enum(statusReadings) })),
        further: count,
      })
      .optional()
      .meta({
        description: 'How the words of the status column were read, the commonest dozen; `options.statuses` says otherwise. Absent without such a column',
      }),
    merging: z
      .array(z.string())
      .readonly()
      .optional()
      .meta({ description: 'Which of `warnings` tell of several customers who become one; absent where none do' }),
    warnings: z.array(z.string()),
    columns: z.array(columnMappingSchema),
    dry_run: z.boolean(),
  })
  .meta({ id: 'ImportReport' });

export const importEntrySchema = z
  .object({
    id: z.string(),
    at: z.string(),
    file: z.string(),
    kind: z.string(),
    source: z.string(),
    preset: z.string(),
    status: z.string(),
    rows: count,
    accepted: count,
    rejected: count,
    rejects_file: z.string().nullable(),
    failure: z.string().nullable().meta({ description: 'Why it failed; null where it did not' }),
    resumed_by: z.string().nullable().meta({ description: 'Of a failed one: the later import that brought the same file in' }),
  })
  .meta({ id: 'ImportEntry' });

export const importDetailSchema = importEntrySchema
  .extend({
    finished_at: z.string().nullable(),
    report: importReportSchema.nullable().meta({ description: 'Null for an import that did not come to its end' }),
  })
  .meta({ id: 'ImportDetail' });

/** One source of records, as they came in. */
export const sourceSchema = z
  .object({
    source: z.string(),
    kinds: z.array(z.string()),
    presets: z.array(z.string()),
    imports: count,
    rows: count,
    rejected: count,
    orders: count,
    events: count,
    first_at: z.string(),
    last_at: z.string(),
    last_file: z.string(),
    newest_fact: z.string().nullable(),
  })
  .meta({ id: 'DataSource' });
export type DataSource = z.infer<typeof sourceSchema>;

export const uploadSchema = z.object({ id: z.string(), name: z.string(), bytes: count }).meta({ id: 'Upload' });
