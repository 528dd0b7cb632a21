import { sensitivityOf } from '../access/index.ts';
import { ClienteleError } from '../core/index.ts';
import { type Condition, type FactCondition, nearest, type Operand, type Vocabulary } from '../language/index.ts';
import type { AskedColumn, ListColumn } from '../profiles/index.ts';

/** The columns every list of customers has, under the names it sorts them by. */
const own: Readonly<Record<string, ListColumn>> = {
  name: { table: 'people', column: 'name' },
  customer_id: { table: 'people', column: 'customer_id' },
  email: { table: 'people', column: 'email' },
  profile: { table: 'profiles', column: 'profile' },
};

/** Short names of sorts, and which way they go where nothing is said. */
const short: Readonly<Record<string, string>> = { spent: 'total_spent', orders: 'orders_count', recent: 'last_order_at' };

export type SortColumn = ListColumn & { readonly name: string };

/** What a list is sorted by: a trait, a feature, or one of its own columns. Throws `usage` for a word that there is not, `access.personal-data` for a hidden one. */
export function sortColumn(asked: string, vocabulary: Vocabulary, featuresTable: string, masked: boolean): SortColumn {
  const name = short[asked] ?? asked;
  if (masked) mustNotTell(name);
  const fixed = own[name];
  return fixed === undefined ? { ...askedColumn(name, vocabulary, featuresTable) } : { ...fixed, name };
}

/** Whether every list of customers has this column, so that nobody needs to ask for it. */
export const isOwnColumn = (name: string): boolean => Object.hasOwn(own, name);

/** A trait or feature to be shown. Throws `usage` for a word that there is not. */
export function askedColumn(name: string, vocabulary: Vocabulary, featuresTable: string): AskedColumn {
  const word = vocabulary.attributes.get(name);
  if (word === undefined) {
    const near = nearest(name, [...Object.keys(own), ...vocabulary.attributes.keys()]);
    throw new ClienteleError('usage', { detail: `There is no column "${name}"${near.length === 0 ? '.' : `; did you mean ${near.join(' or ')}?`}` });
  }
  return { name, table: word.table === 'attributes' ? 'attributes' : featuresTable, column: word.column, instant: word.type === 'instant' };
}

/** Who may not see a value may not sort or filter by it either: the answer would tell it, letter by letter. */
export function mustNotTell(name: string): void {
  if (sensitivityOf(name) !== undefined) throw new ClienteleError('access.personal-data', {}, { word: name });
}

/** Every trait and feature that a condition compares. */
export function attributesIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.flatMap(attributesIn);
    case 'not':
      return attributesIn(condition.of);
    case 'compare':
      return operandNames(condition.left);
    case 'known':
    case 'unknown':
    case 'date':
      return [condition.attribute];
    case 'within':
      return ['latitude'];
    case 'sequence':
      return condition.steps.flatMap(({ facts }) => (facts.where === undefined ? [] : fieldsIn(facts.where)));
    case 'in-segment':
    case 'can-receive':
    case 'random':
      return [];
  }
}

function operandNames(operand: Operand): readonly string[] {
  if (operand.kind === 'attribute') return [operand.name];
  return operand.facts.where === undefined ? [] : fieldsIn(operand.facts.where);
}

function fieldsIn(condition: FactCondition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.flatMap(fieldsIn);
    case 'not':
      return fieldsIn(condition.of);
    case 'compare':
    case 'known':
    case 'unknown':
      return [condition.field];
  }
}
