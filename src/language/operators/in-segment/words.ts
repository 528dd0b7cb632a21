import type { WordsContext } from '../../describe/context.ts';
import type { InSegment } from '../../tree.ts';

export const inSegmentWords = ({ segment }: InSegment, denied: boolean, context: WordsContext): string =>
  `who are ${denied ? 'not ' : ''}in ${context.segmentName(segment)}`;
