import type { Condition } from '../../tree.ts';
import type { Moment } from '../moment.ts';
import { aggregateMarks } from './aggregate-marks.ts';
import { dateMarks } from './date-marks.ts';
import type { Marks, MarksFor } from './mark.ts';
import { sequenceMarks } from './sequence-marks.ts';

export type { Marks, MarksFor } from './mark.ts';

/**
 * Where time alone may change a leaf's verdict. Traits and features other than dates stay as they are until new data comes or
 * features are refreshed, so they have no marks.
 */
export function marksOf(condition: Condition, moment: Moment, holding: MarksFor = 'these facts'): readonly Marks[] {
  const context = { moment, texts: [], within: [] };
  switch (condition.kind) {
    case 'compare':
      return aggregateMarks(condition, context, holding);
    case 'date':
      return dateMarks(condition, context);
    case 'sequence':
      return sequenceMarks(condition, context, holding);
    case 'all':
    case 'any':
    case 'none':
    case 'not':
    case 'known':
    case 'unknown':
    case 'in-segment':
    case 'can-receive':
    case 'random':
    case 'within':
      return [];
  }
}
