import type { Warehouse } from '../../warehouse/index.ts';

/**
 * Pages of the facts' file that stay in the engine's memory, in bytes, looked at so often. All that is recorded would stay there until the engine's bound is reached: 48 MB for each million events. The
 * system holds the file's pages, too, and lets them go when others need memory; to read them from there again makes a scan of all facts a quarter slower.
 */
const mostPages = 256 * 2 ** 20;
const pagesLooked = 30_000;

/** Lets go of pages now and then, as soon as nothing runs, which may be in the midst of the next round. */
export function trimmingNow(warehouse: Warehouse, failed: (error: unknown) => void): () => void {
  let again = Date.now() + pagesLooked;
  return () => {
    if (Date.now() < again) return;
    again = Date.now() + pagesLooked;
    warehouse.trimmed(mostPages).catch(failed);
  };
}
