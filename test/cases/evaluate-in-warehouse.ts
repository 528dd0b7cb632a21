import { instant, type Weekday } from '../../src/core/index.ts';
import type { Moment as ProductMoment } from '../../src/language/index.ts';
import type { Vocabulary } from '../../src/language/vocabulary.ts';
import { evaluateSegments, type SegmentInput } from '../../src/segments/index.ts';
import type { Warehouse } from '../../src/warehouse/index.ts';
import type { Moment } from '../naive/world.ts';

export const productMoment = ({ now, zone, weekStart }: Moment, vocabulary: Vocabulary): ProductMoment => ({
  now: instant(now),
  zone,
  weekStart: weekStart as Weekday,
  vocabulary,
  featuresTable: 'features',
});

/** Members of each definition, all found in one pass; a text that says why for one that could not be computed. */
export async function evaluateInWarehouse(
  warehouse: Warehouse,
  vocabulary: Vocabulary,
  definitions: readonly Omit<SegmentInput, 'slug'>[],
  moment: Moment,
): Promise<readonly (readonly number[] | string)[]> {
  const segments = definitions.map((definition, index) => ({ ...definition, slug: `case-${index}` }));
  const evaluations = await evaluateSegments(warehouse, segments, productMoment(moment, vocabulary));
  return evaluations.map((evaluation) => (evaluation.status === 'ok' ? [...evaluation.members()] : evaluation.reason));
}
