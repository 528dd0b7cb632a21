import type { Warehouse } from '../../warehouse/index.ts';
import { readRows } from './rows.ts';
import type { ProfileSummary } from './summary.ts';

/** A few customers by their numbers, in that order, with what tells them apart. Numbers that are nobody's are left out. */
export const readSummaries = (warehouse: Warehouse, profiles: readonly number[], featuresTable = 'features'): Promise<readonly ProfileSummary[]> =>
  readRows(warehouse, profiles, featuresTable);
