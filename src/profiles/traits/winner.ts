import { type Fragment, sql } from '../../sql/index.ts';

/**
 * Of several observations of one trait (`partition` names the group): the most trusted, then the newest, then the latest
 * batch, then the source first in the alphabet, then the value first in order. For `qualify`.
 */
export const winningObservation = (partition: Fragment): Fragment =>
  sql`row_number() over (partition by ${partition} order by trust desc nulls last, observed_at desc nulls last, batch desc, source, value) = 1`;
