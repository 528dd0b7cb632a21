import type { Desk } from '../../app/index.ts';
import type { JobHandler } from '../../jobs/index.ts';
import { backfillWork } from './backfill.ts';
import { importWork } from './imports.ts';
import { predictWork } from './predict.ts';
import { refreshWork } from './refresh.ts';
import { scheduleWork } from './schedules.ts';
import { upkeepWork } from './upkeep.ts';
import { watchWork } from './watch.ts';

/** Every kind of long work that the server can do. */
export const jobHandlers = (desk: Desk): readonly JobHandler[] => [
  refreshWork(desk),
  ...upkeepWork(desk),
  backfillWork(desk),
  ...importWork(desk),
  scheduleWork(desk),
  ...predictWork(desk),
  watchWork(desk),
];
