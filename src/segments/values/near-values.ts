import { type Condition, type FactCondition, type FactSource, factTexts, type Moment } from '../../language/index.ts';
import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** A text that nobody, or no fact, has, and those that are written nearly so, nearest first. */
export type NearValues = { readonly what: string; readonly value: string; readonly near: readonly string[] };

const mostNear = 3;
/** So many values of a word a vocabulary lists at most. */
const listed = 50;

/** What a condition that holds for nobody may have meant: of the texts in it that occur nowhere, those near them that do. */
export async function nearValues(warehouse: Warehouse, condition: Condition, moment: Moment): Promise<readonly NearValues[]> {
  const found: NearValues[] = [];
  for (const { what, value, text, from } of textsIn(condition, moment)) {
    const folded = sql`lower(strip_accents(trim(${value})))`;
    const rows = await warehouse.rows<{ known: string; same: boolean }>(sql`
      with known as (select distinct ${text} as known ${from} and ${text} is not null),
        near as (select known, lower(trim(known)) = lower(trim(${value})) as same, levenshtein(lower(strip_accents(trim(known))), ${folded}) as steps from known)
      select known, same from near where same or steps <= greatest(1, least(3, length(${value}) // 3)) or (length(trim(${value})) >= 3 and starts_with(lower(strip_accents(known)), ${folded}))
      order by same desc, steps, known limit ${mostNear}`);
    if (!rows.some(({ same }) => same)) found.push({ what, value, near: rows.map(({ known }) => known) });
  }
  return found;
}

type Asked = { readonly what: string; readonly value: string; readonly text: Fragment; readonly from: Fragment };

const whole: ReadonlySet<string> = new Set(['=', 'in', 'is exactly']);

function textsIn(condition: Condition, moment: Moment): readonly Asked[] {
  if (condition.kind === 'sequence')
    return condition.steps.flatMap(({ facts }) => (facts.where === undefined ? [] : textsOfFacts(facts.of, facts.where, moment)));
  if (condition.kind !== 'compare') return [];
  const { left, operator, values } = condition;
  if (left.kind !== 'attribute') return left.facts.where === undefined ? [] : textsOfFacts(left.facts.of, left.facts.where, moment);
  const word = moment.vocabulary.attributes.get(left.name);
  // Where all values are known, the check of the definition has said it.
  if (word === undefined || word.type !== 'text' || !whole.has(operator) || (word.values !== undefined && word.values.length < listed)) return [];
  const table = word.table === 'features' ? moment.featuresTable : word.table;
  const column = ident(word.column);
  return values.flatMap((value) => (typeof value === 'string' ? [{ what: word.label, value, text: column, from: sql`from ${ident(table)} where true` }] : []));
}

function textsOfFacts(source: FactSource, condition: FactCondition, moment: Moment): readonly Asked[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => textsOfFacts(source, part, moment));
    case 'compare': {
      if (!whole.has(condition.operator)) return [];
      const texts = factTexts(source, condition.field, moment.vocabulary);
      if (texts === undefined) return [];
      return condition.values.flatMap((value) => (typeof value === 'string' ? [{ what: condition.field, value, ...texts }] : []));
    }
    case 'none':
    case 'not':
    case 'known':
    case 'unknown':
      return [];
  }
}
