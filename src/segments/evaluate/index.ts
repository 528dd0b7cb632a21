export type { Lists, Listed } from './combine.ts';
export { readDefinition, type SegmentInput } from './definition.ts';
export {
  type Compilation,
  beginCompiling,
  type Begun,
  compileAll,
  endCompiling,
  evaluateCompiled,
  evaluateSegments,
  type Evaluation,
  leavesOf,
} from './evaluate.ts';
export * from './profile-set.ts';
