import type { PersonaCard, PersonaFact } from '../../contract/schemas.ts';
import { ident, sql, timestamp } from '../../sql/index.ts';
import type { InsightContext } from '../base/context.ts';
import { anonymous } from './anonymous.ts';
import { fewestPeople } from './facts.ts';
import { complaints } from './phrases.ts';

type Said = { readonly profile: number; readonly text: string; readonly rating: number | null; readonly top: number; readonly about: string };

/** Of so many texts at most: newest first. */
const mostTexts = 3000;
const [shortest, longest] = [25, 240];

/**
 * What the people of `insight_members` wrote: what the unhappy ones complain of more than the others, and one sentence as they would say it. The quote is the text whose rating is nearest to their usual one, of a length that can be read, by somebody among at least
 * five who wrote.
 */
export async function heard(context: InsightContext): Promise<{ readonly objections: PersonaFact[]; readonly quote: PersonaCard['quote'] }> {
  const rows = await context.warehouse.rows<Said>(sql`
    select f.profile, f.text, f.rating, f.top, coalesce(nullif(trim(f.product), ''), nullif(trim(f.category), ''), f.kind) as about
    from (select *, case when max(rating) over (partition by source, batch, kind) > 5 then 10 else 5 end as top from feedback) f
    join insight_members m on m.profile = f.profile and m.segment = 0
    where f.text is not null and length(trim(f.text)) > 0 and f.occurred_at <= ${timestamp(context.at)} order by f.occurred_at desc, f.profile limit ${mostTexts}`);
  const unhappy = rows.filter(({ rating, top }) => rating !== null && rating <= 0.6 * top);
  const happy = rows.filter(({ rating, top }) => rating === null || rating > 0.6 * top);
  const writers = new Set(unhappy.map(({ profile }) => profile)).size;
  const objections = complaints(unhappy, happy, fewestPeople).map(({ phrase, people }) => ({
    label: 'complaint',
    value: phrase,
    share: people / Math.max(1, writers),
    people,
    expression: null,
    source: `texts of ${writers} people with a low rating`,
  }));
  return { objections, quote: await quoteOf(context, rows) };
}

async function quoteOf({ warehouse }: InsightContext, rows: readonly Said[]): Promise<PersonaCard['quote']> {
  if (new Set(rows.map(({ profile }) => profile)).size < fewestPeople) return null;
  const level = ({ rating, top }: Said): number => (rating ?? 0.8 * top) / top;
  const usual = rows.map(level).toSorted((a, b) => a - b)[Math.floor(rows.length / 2)] ?? 0.8;
  const readable = rows.filter(({ text }) => text.trim().length >= shortest && text.trim().length <= longest);
  const [chosen] = readable.toSorted(
    (a, b) => Math.abs(level(a) - usual) - Math.abs(level(b) - usual) || b.text.length - a.text.length || a.profile - b.profile,
  );
  if (chosen === undefined) return null;
  const columns = await warehouse.rows<{ column: string }>(
    sql`select "column" from trait_columns where name in ('first_name', 'last_name', 'full_name', 'name', 'nickname')`,
  );
  const known = new Set<string>();
  const own = new Set<string>();
  for (const { column } of columns) {
    const names = await warehouse.rows<{ name: string; own: boolean }>(sql`
      select lower(word) as name, bool_or(profile = ${chosen.profile}) as own from (select profile, unnest(string_split_regex(trim(${ident(column)}::VARCHAR), '\\s+')) as word from attributes where ${ident(column)} is not null)
      where length(word) > 1 group by 1`);
    for (const { name, own: theirs } of names) {
      known.add(name);
      if (theirs) own.add(name);
    }
  }
  const text = anonymous(chosen.text.trim(), own, known);
  return { text, about: chosen.about, rating: chosen.rating };
}
