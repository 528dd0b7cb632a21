import type { SegmentKind } from '../../../contract/index.ts';

/** A definition to start from. Its limits are a guess that people change; what it needs is told from the definition itself. */
export type Idea = { readonly id: string; readonly kind: SegmentKind; readonly name: string; readonly text: string; readonly note: string };
