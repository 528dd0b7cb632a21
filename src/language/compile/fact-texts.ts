import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { FactSource } from '../tree.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { factField, sourceTable } from './sources.ts';
import { asText } from './value.ts';

/** A field of facts as text, letter for letter, and where such facts lie; undefined for numbers, dates and lists. */
export function factTexts(source: FactSource, field: string, vocabulary: Vocabulary): { readonly text: Fragment; readonly from: Fragment } | undefined {
  const value = factField(source, field, vocabulary);
  if (value.kind === 'column' && value.type !== 'text') return undefined;
  const { table, where } = sourceTable(source);
  return { text: asText(value), from: sql`from ${ident(table)} where ${where}` };
}
