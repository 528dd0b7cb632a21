import { z } from 'zod';

/** An import that is being made: files that wait on the server, and the jobs that rehearse and do it. A reload goes on from here. */
export const newImportSearch = z.object({
  files: z.array(z.string()).catch([]).default([]),
  /** Names of files that hold nothing: they are told, not sent. */
  empty: z.array(z.string()).optional().catch(undefined),
  rehearsal: z.string().optional().catch(undefined),
  job: z.string().optional().catch(undefined),
});
export type NewImportSearch = z.output<typeof newImportSearch>;

export const importsSearch = z.object({
  show: z.enum(['log', 'sources', 'schedules', 'mappings']).catch('log').default('log'),
  import: z.string().optional().catch(undefined),
});
