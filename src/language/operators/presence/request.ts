import { fold } from '../../compile/fold.ts';
import type { VisitValue } from '../../visit/values.ts';
import type { ValueType } from '../../vocabulary.ts';
import { holdsSomething } from '../compare/request.ts';

/** Whether a value that came with a request is there; the same question as `knownSql` beside it. */
export function knownOnRequest(type: ValueType, value: VisitValue | undefined): boolean {
  if (value === undefined || value === null) return false;
  switch (type) {
    case 'text':
      return typeof value === 'string' && fold(value) !== '';
    case 'list':
      return Array.isArray(value) && holdsSomething(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
    case 'instant':
      return false;
  }
}
