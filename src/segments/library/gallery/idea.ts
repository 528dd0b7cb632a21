/** Kinds of segmentation, as the gallery orders them. */
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

/** A definition to start from. Its limits are a guess that people change; what it needs is told from the definition itself. */
export type Idea = { readonly id: string; readonly kind: SegmentKind; readonly name: string; readonly text: string; readonly note: string };
