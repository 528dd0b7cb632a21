import { type CheckContext, reportError } from '../../check/context.ts';
import { shorten } from '../../check/names.ts';
import { didYouMean, nearest } from '../../../core/index.ts';
import type { InSegment } from '../../tree.ts';

export function checkInSegment(condition: InSegment, context: CheckContext): InSegment {
  const slug = context.segment(condition.segment);
  if (slug !== undefined) return Object.freeze({ ...condition, segment: slug });
  const { segments } = context.vocabulary;
  const near = nearest(condition.segment, [...[...segments.values()].map(({ name }) => name), ...segments.keys()]);
  const hint = didYouMean(
    near.map((name) => `"${name}"`),
    'See the list of segments for those there are.',
  );
  reportError(context, condition, 'segment', 'segment.unknown', `There is no segment "${shorten(condition.segment)}".`, hint, near);
  return condition;
}
