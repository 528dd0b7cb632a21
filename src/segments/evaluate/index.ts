export type { Lists, Listed } from './combine.ts';
export { readDefinition, type SegmentInput } from './definition.ts';
export { evaluateSegments, type Evaluation } from './evaluate.ts';
export * from './profile-set.ts';
