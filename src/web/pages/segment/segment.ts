import type { SegmentAnswer } from '../../../contract/index.ts';

/** A segment as its page knows it. */
export type Segment = SegmentAnswer;
