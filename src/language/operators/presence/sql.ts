import { type Fragment, sql } from '../../../sql/index.ts';
import type { CompileContext } from '../../compile/context.ts';
import { foldedValue, listKnown } from '../../compile/fold.ts';
import { asText, rawColumn, textColumn, type TypedValue } from '../../compile/value.ts';

/** True where there is a value: a text that is not blank, a list with at least one such element, anything else that is there. Never null. */
export function knownSql(value: TypedValue, context: CompileContext): Fragment {
  if (value.kind === 'json') return sql`(coalesce(trim(${asText(value)}), '') not in ('', '[]'))`;
  if (value.type === 'list') return listKnown(rawColumn(value));
  if (value.type !== 'text') return sql`(${rawColumn(value)} is not null)`;
  context.texts.push(textColumn(value));
  return sql`(${foldedValue(rawColumn(value), context.moment)} is not null)`;
}
