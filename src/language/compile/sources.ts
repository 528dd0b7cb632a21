import { type Fragment, sql } from '../../sql/index.ts';
import { findFactField } from '../fact-words.ts';
import type { FactSource } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { TypedValue } from './value.ts';

/** Where facts of a kind lie: table, time column and the condition that picks them. */
export type SourceTable = { readonly table: 'orders' | 'items' | 'events' | 'feedback'; readonly time: 'ordered_at' | 'occurred_at'; readonly where: Fragment };

export function sourceTable(source: FactSource): SourceTable {
  switch (source.kind) {
    case 'orders':
      return { table: 'orders', time: 'ordered_at', where: sql`counts and not is_return` };
    case 'returns':
      return { table: 'orders', time: 'ordered_at', where: sql`counts and is_return` };
    case 'items':
      return { table: 'items', time: 'ordered_at', where: sql`counts and not is_return` };
    case 'reviews':
      return { table: 'feedback', time: 'occurred_at', where: sql`kind = 'review'` };
    case 'tickets':
      return { table: 'feedback', time: 'occurred_at', where: sql`kind = 'ticket'` };
    case 'surveys':
      return { table: 'feedback', time: 'occurred_at', where: sql`kind = 'survey'` };
    case 'event':
      return { table: 'events', time: 'occurred_at', where: sql`name = ${source.name}` };
  }
}

/** A field of a kind of fact; any name beyond the fixed columns is a property in JSON. */
export function factField(source: FactSource, name: string, vocabulary: Vocabulary): TypedValue {
  const { table } = sourceTable(source);
  const field = findFactField(source.kind, name, vocabulary);
  if (field.kind === 'property') return { kind: 'json', table, property: field.name };
  return { kind: 'column', table, column: field.word.column, type: field.word.type, alias: undefined, decimal: field.money };
}
