/** Kinds of segmentation, in the order of the gallery. */
export const segmentKinds = [
  'rfm',
  'value',
  'lifecycle',
  'behavioural',
  'engagement',
  'needs',
  'psychographic',
  'geographic',
  'demographic',
  'firmographic',
  'contextual',
  'consent',
] as const;
export type SegmentKind = (typeof segmentKinds)[number];
