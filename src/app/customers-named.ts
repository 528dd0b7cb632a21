import type { CustomerSummary } from '../contract/index.ts';
import { readSummaries } from '../profiles/index.ts';
import type { App } from './open.ts';

/** The customers of these numbers that there are. */
export const customersNamed = (app: App, profiles: readonly number[]): Promise<readonly CustomerSummary[]> => readSummaries(app.warehouse, profiles);
