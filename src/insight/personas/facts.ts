import type { PersonaFact } from '../../contract/schemas.ts';
import type { AttributeWord, Vocabulary } from '../../language/index.ts';
import { type Fragment, ident, sql } from '../../sql/index.ts';
import { attribute, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { share, type Words } from '../report/words.ts';

/** Of fewer people nothing is told: it would tell of single ones. */
export const fewestPeople = 5;

/** One to four people: what is said of them, or a share from which they can be counted, would tell of single ones. Of nobody it tells nothing. */
export const areFew = (people: number): boolean => people > 0 && people < fewestPeople;

/** Of two answers a share of the one counts those who gave the other: where those are few, neither a share nor a number of people is told. */
export function toldValue({ value, people, known, answers }: Answered): Pick<PersonaFact, 'value' | 'share' | 'people'> {
  if (answers === 2 && areFew(known - people)) return { value, share: null, people: known };
  return { value, share: people / Math.max(1, known), people };
}
type Answered = { readonly value: string; readonly people: number; readonly known: number; readonly answers: number };

const from = (context: InsightContext): Fragment =>
  sql`(select profile from insight_members where segment = 0) m left join ${context.features} f using (profile) left join attributes a using (profile)`;
const columnOf = ({ table, column }: AttributeWord): Fragment => (table === 'features' ? sql`f.${ident(column)}` : sql`a.${ident(column)}`);
const sourceOf = ({ table, name }: AttributeWord): string => `${table === 'features' ? 'feature' : 'trait'} ${name}`;

/** The most frequent values of a text, yes-or-no or list among the people, each by at least five of them. */
export async function valueFacts(context: InsightContext, vocabulary: Vocabulary, name: string, prefix: string, most: number): Promise<readonly PersonaFact[]> {
  const word = vocabulary.attributes.get(name);
  if (word === undefined || !['text', 'boolean', 'list'].includes(word.type)) return [];
  const column = word.type === 'boolean' ? sql`case when ${columnOf(word)} then 'yes' when not ${columnOf(word)} then 'no' end` : columnOf(word);
  const each =
    word.type === 'list'
      ? sql`select m.profile, unnest(${column}) as value from ${from(context)}`
      : sql`select m.profile, nullif(trim((${column})::VARCHAR), '') as value from ${from(context)}`;
  const rows = await context.warehouse.rows<{ value: string; people: number; known: number; answers: number }>(sql`
    with each as (${each}) select value, count(distinct profile)::INTEGER as people, (select count(distinct profile) from each where value is not null)::INTEGER as known,
      (select count(distinct value) from each)::INTEGER as answers
    from each where value is not null group by value order by people desc, value limit ${most}`);
  return rows
    .filter(({ people, value }) => people >= fewestPeople && value !== 'no')
    .map(({ value, people, known, answers }) => ({
      label: word.label,
      ...toldValue({ value, people, known, answers: word.type === 'list' ? 0 : answers }),
      expression:
        word.type === 'list'
          ? `${prefix} and ${word.name} contains ${JSON.stringify(value)}`
          : `${prefix} and ${text(attribute(word.name, '=', word.type === 'boolean' ? value === 'yes' : value))}`,
      source: sourceOf(word),
    }));
}

/** The middle of a number among the people, with its quartiles. */
export async function numberFact(context: InsightContext, vocabulary: Vocabulary, name: string, prefix: string): Promise<readonly PersonaFact[]> {
  const word = vocabulary.attributes.get(name);
  if (word === undefined || word.type !== 'number') return [];
  const row = await context.warehouse.row<{ people: number; low: number | null; middle: number | null; high: number | null }>(sql`
    select count(${columnOf(word)})::INTEGER as people, quantile_cont(try_cast(${columnOf(word)} as DOUBLE), 0.25) as low, quantile_cont(try_cast(${columnOf(word)} as DOUBLE), 0.5) as middle,
      quantile_cont(try_cast(${columnOf(word)} as DOUBLE), 0.75) as high from ${from(context)}`);
  if (row === undefined || row.people < fewestPeople || row.low === null || row.middle === null || row.high === null) return [];
  const shown = (value: number): string => numberText(context.words, word, value);
  return [
    {
      label: word.label,
      value: `usually ${shown(row.middle)}, half of them ${shown(row.low)} to ${shown(row.high)}`,
      share: null,
      people: row.people,
      expression: `${prefix} and ${word.name} is known`,
      source: sourceOf(word),
    },
  ];
}

function numberText(words: Words, { unit, name }: AttributeWord, value: number): string {
  if (unit !== undefined && /^[A-Z]{3}$/.test(unit)) return words.money(Math.round(value * 100) / 100);
  if (/share/.test(name)) return share(value);
  const rounded = Math.abs(value) >= 20 ? Math.round(value) : Math.round(value * 10) / 10;
  return unit === undefined ? String(rounded) : `${rounded} ${unit}`;
}
