export { bounds, type Bounds, shift } from './bounds.ts';
export { compileSegment, type Definitions } from './compile.ts';
export * from './compiled.ts';
export { attributeValue as attributeColumn } from './attribute.ts';
export { factRowsOf, timeBounds } from './facts.ts';
export { fragmentKey } from './aggregate.ts';
export { fold, plainFolded } from './fold.ts';
export { type Marks, marksOf } from './marks/index.ts';
export type { Moment } from './moment.ts';
