import { type Fragment, ident, sql } from '../../../sql/index.ts';
import type { Moment } from '../../compile/moment.ts';
import type { Sample } from '../../tree.ts';

/**
 * A fixed property of customer and seed: the last eight bytes of MD5(`seed:profile`) as a little-endian number, modulo a million, against the percentage in
 * ten-thousandths of a percent. The same customers tomorrow, and 10% of a seed lie within its 20%.
 */
export const sampleSql = (sample: Sample, { numberColumn = 'profile' }: Pick<Moment, 'numberColumn'>): Fragment =>
  sql`(md5_number_lower(concat(cast(${sample.seed ?? ''} as varchar), ':', p.${ident(numberColumn)})) % 1000000 < ${Math.round(sample.percent * 10_000)})`;
