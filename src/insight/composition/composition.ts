import type { SegmentComposition, SegmentMembers } from '../../contract/index.ts';
import { shareOf, readValue } from '../../core/index.ts';
import type { AttributeWord, Vocabulary } from '../../language/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { InsightContext } from '../base/context.ts';
import { loadMembers } from '../scorecard/load-members.ts';
import { featureNumbers } from './numbers.ts';

/** Values of a trait that are shown, most people first; and how many different ones it may have at most to be shown at all. */
const mostValues = 8;
const mostDifferent = 60;
/** What is known of a smaller part of the members does not tell what they are like. */
const leastKnown = 0.2;
/** Below this (Cohen: 0.2 is small) two shares are called alike. */
const worthSaying = 0.2;

type Counted = { readonly value: string; readonly members: number; readonly everyone: number };

/**
 * How the members of a segment are made up beside all customers: for every trait with few values the share of each, for every
 * number its median. Differences of shares are Cohen's h (Statistical Power Analysis, 1988, chapter 6), of numbers Hedges' g.
 */
export async function composition(context: InsightContext, segment: SegmentMembers, vocabulary: Vocabulary): Promise<SegmentComposition> {
  await loadMembers(context.warehouse, [segment]);
  const words = [...vocabulary.attributes.values()];
  const traits = [];
  for (const word of words.filter(countable)) {
    const found = await traitOf(context, word, segment.members.length);
    if (found !== undefined) traits.push(found);
  }
  const all = await context.warehouse.row<{ n: number }>(sql`select count(*) as n from profiles`);
  const customers = all?.n ?? 0;
  const sorted = traits.toSorted((a, b) => b.strongest - a.strongest);
  // What the definition itself asks for sets its members apart by definition.
  const telling = sorted.filter(({ name, known }) => known >= leastKnown && !(segment.text ?? '').includes(name.split('.')[0] ?? name));
  return {
    as_of: context.asOf,
    members: segment.members.length,
    customers,
    sentence: sentenceOf(segment.name, segment.members.length, customers, telling),
    how: 'Shares of those whose value is known, members beside all customers; the strongest differences first (Cohen\u2019s h, Hedges\u2019 g).',
    traits: sorted,
    numbers: await featureNumbers(context, words),
  };
}

/** Texts with few values and yes/no; free texts and identifiers say nothing about a group. */
const countable = ({ type, name }: AttributeWord): boolean =>
  (type === 'text' || type === 'boolean') && !/(^|_)(id|email|phone|name|address|street|postcode|zip|url|notes?)$/.test(name);

async function traitOf(
  { warehouse, features }: InsightContext,
  word: AttributeWord,
  members: number,
): Promise<SegmentComposition['traits'][number] | undefined> {
  const column = ident(word.table === 'attributes' ? 'a' : 'f', word.column);
  const rows = await warehouse.rows<Counted>(sql`
    select ${column}::VARCHAR as value, count(*) filter (m.profile is not null) as members, count(*) as everyone
    from profiles p left join attributes a using (profile) left join ${features} f using (profile) left join insight_members m on m.profile = p.profile
    where ${column} is not null and trim(${column}::VARCHAR) <> ''
    group by all order by members desc, everyone desc, value limit ${mostDifferent + 1}`);
  if (rows.length < 2 || rows.length > mostDifferent) return undefined;
  const known = sum(rows, 'members');
  const everyone = sum(rows, 'everyone');
  if (known === 0) return undefined;
  const values = rows.slice(0, mostValues).map((row) => {
    const [share, base] = [row.members / known, row.everyone / everyone];
    return { value: row.value, members: row.members, share, base_share: base, effect: cohenH(share, base), expression: equals(word, row.value) };
  });
  const strongest = Math.max(...values.map(({ effect }) => Math.abs(effect)));
  return { name: word.name, label: word.label, known: members === 0 ? 0 : known / members, base_known: everyone, strongest, values };
}

const equals = ({ name, type }: AttributeWord, value: string): string => (type === 'boolean' ? `${name} = ${value}` : `${name} = ${JSON.stringify(value)}`);

/** Difference of two shares on the scale of their arcsines: 0.2 is small, 0.5 medium, 0.8 large. */
const cohenH = (one: number, other: number): number => 2 * (Math.asin(Math.sqrt(one)) - Math.asin(Math.sqrt(other)));

const sum = (rows: readonly Counted[], key: 'members' | 'everyone'): number => rows.reduce((total, row) => total + row[key], 0);

function sentenceOf(name: string, members: number, customers: number, traits: SegmentComposition['traits']): string {
  if (members === 0) return 'Nobody is in this segment now.';
  // What there is more of says more than what there is less of.
  const [first] = traits
    .flatMap(({ name: trait, label, base_known: known, values }) => values.map((value) => ({ trait, label, known, ...value })))
    .filter(({ effect }) => effect > 0)
    .toSorted((a, b) => b.effect - a.effect);
  if (first === undefined || first.effect < worthSaying) return `Members of ${name} look much like all customers: no trait sets them apart.`;
  return `What sets ${name} apart most: ${first.label} is ${readValue(first.trait, first.value)} for ${shareOf(first.share)} of them, and for ${shareOf(first.base_share)} of all customers${first.known < customers ? ' (of those of whom it is known)' : ''}.`;
}
