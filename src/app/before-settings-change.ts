import { counter, setCounter } from '../warehouse/index.ts';
import type { Stores } from './stores.ts';

/**
 * What features and members are made by (stages, tiers, models that act, settings of the business) is about to be changed in the control store: until the refresh that follows nothing counts as up to
 * date. So a crash in between is made good at the next start.
 */
export async function beforeSettingsChange({ warehouse }: Pick<Stores, 'warehouse'>): Promise<void> {
  // Where nothing was made of any facts yet, nothing is made anew.
  if ((await counter(warehouse, 'refreshed_version')) !== 0) await setCounter(warehouse, 'refreshed_version', -1);
}
