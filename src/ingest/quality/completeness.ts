import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Rule } from './rule.ts';

/** Fields that ought to be filled, by table; a field that a source never fills is not one that it has. */
const wanted = [
  ['orders', 'order_id', 'country', 'Without a country an order is missing from every segment by place.', 'Map the country of the billing address.'],
  ['items', 'order_id', 'product_id', 'Lines without a product can not be told apart.', 'Map the SKU or product code.'],
  ['items', 'order_id', 'name', 'Lines without a name read badly in every list.', 'Import the products, or map the name of the product.'],
  ['items', 'order_id', 'category', 'Segments by category see only lines that have one.', 'Import the products with their categories.'],
  ['products', 'product_id', 'category', 'Segments by category see only products that have one.', 'Fill in the category in the shop.'],
  ['feedback', 'record_id', 'rating', 'Only records with a rating count in averages.', 'Map the column that holds the score.'],
] as const;

export const completenessRules: readonly Rule[] = [
  {
    rule: 'orders-without-customer',
    dimension: 'completeness',
    kind: 'orders',
    field: 'customer',
    explanation: 'Every order should name its customer; one without a customer is revenue that belongs to nobody.',
    fix: 'Ask for an e-mail address or a loyalty number at the till, or map the column that holds it.',
    rows: sql`select source, batch, order_id as id, identifier is null as bad, 'worth ' || total::DECIMAL(18,2) || ' on ' || strftime(ordered_at, '%Y-%m-%d') as detail from orders`,
    look: 0.02,
    act: 0.2,
  },
  {
    rule: 'orders-worth-nothing',
    dimension: 'completeness',
    kind: 'orders',
    field: 'total',
    explanation: 'An order that counts should be worth something unless it was refunded.',
    fix: 'Map the column of the total, or of the price of each line.',
    rows: sql`select source, batch, order_id as id, total = 0 and coalesce(refunded, 0) = 0 as bad, 'total 0' as detail from orders where counts and not is_return`,
    look: 0.02,
    act: 0.2,
  },
  {
    rule: 'items-without-amount',
    dimension: 'completeness',
    kind: 'items',
    field: 'total',
    explanation: 'Without a price or a total of the line nobody can say what a product brought, unless it is the only one of its order.',
    fix: 'Map the column of the price of each line, or of its total.',
    rows: sql`select source, batch, order_id as id, total is null as bad, coalesce(name, product_id, 'line ' || line) as detail from items where counts`,
    look: 0.05,
    act: 0.3,
  },
  ...wanted.map(
    ([table, id, field, explanation, fix]): Rule => ({
      rule: `${table}-without-${field.replaceAll('_', '-')}`,
      dimension: 'completeness',
      kind: table,
      field,
      explanation,
      fix,
      rows: filled(table, id, field),
      look: 0.05,
      act: 0.3,
    }),
  ),
  ...['email', 'phone', 'country', 'city', 'birthday', 'accepts_email', 'name'].map(
    (field): Rule => ({
      rule: `customers-without-${field.replaceAll('_', '-')}`,
      dimension: 'completeness',
      kind: 'customers',
      field,
      explanation: `Share of imported customers whose ${field.replaceAll('_', ' ')} is known, among sources that give it at all.`,
      fix: `Ask for it where customers sign up, or import another source that has it.`,
      rows: knownTrait(field),
      look: 0.2,
      act: 0.6,
    }),
  ),
];

/** Only sources that fill the field somewhere: a column that a file does not have is not incomplete. */
function filled(table: string, id: string, field: string): Fragment {
  const column = ident(field);
  return sql`select source, batch, ${ident(id)} as id, ${column} is null as bad, ${`no ${field.replaceAll('_', ' ')}`} as detail from ${ident(table)}
    where source in (select distinct source from ${ident(table)} where ${column} is not null)`;
}

function knownTrait(field: string): Fragment {
  return sql`select c.source, c.batch, c.record_id as id, t.record_id is null as bad, '' as detail from customers c
  left join (select distinct source, record_id from traits where name = ${field} and record_id is not null) t on t.source = c.source and t.record_id = c.record_id
  where c.source in (select distinct source from traits where name = ${field} and record_id is not null)`;
}
