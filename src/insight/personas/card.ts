import type { PersonaCard, PersonaFact, SegmentDifference } from '../../contract/schemas.ts';
import { localDate, writtenDate } from '../../core/index.ts';
import type { Vocabulary } from '../../language/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { InsightContext } from '../base/context.ts';
import { type ComparedSide, compareSegments } from '../compare/compare.ts';
import { counted, share } from '../report/words.ts';
import { loadMembers } from '../scorecard/load-members.ts';
import { areFew, fewestPeople, numberFact, toldValue, valueFacts } from './facts.ts';
import { heard } from './heard.ts';

/** Groups of fewer people are no persona: it would be a portrait. */
const fewestMembers = 10;
const mostDistinct = 6;

/**
 * A card of a segment, drawn from data alone: who they are, how they buy, what moves them, where they are reached, what keeps them, in a real sentence of one of them, and what follows from it. Each number has its source and the
 * expression behind it; nothing is said of fewer than five people, nothing at all of fewer than ten.
 */
export async function personaCard(context: InsightContext, vocabulary: Vocabulary, side: ComparedSide, leftOut: ReadonlySet<string>): Promise<PersonaCard> {
  const { warehouse } = context;
  const all = await warehouse.row<{ people: number }>(sql`select count(*)::INTEGER as people from profiles`);
  const people = side.members.length;
  const how = `From traits, features, orders and feedback as of ${writtenDate(localDate(context.at, context.workspace.zone))}. Shares are of those for whom it is known; what fewer than ${fewestPeople} people have is not told, and of two answers no share where so few gave the other. In the quote names, addresses and numbers are taken out.`;
  const empty = { as_of: context.asOf, how, people, share: people / Math.max(1, all?.people ?? 0), expression: side.expression };
  if (people < fewestMembers)
    return {
      ...empty,
      sentence: `${counted(people, 'customer')}: too few for a persona, which takes ${fewestMembers}.`,
      demographics: [],
      habits: [],
      motives: [],
      channels: [],
      objections: [],
      distinct: [],
      quote: null,
      offers: [],
    };
  const compared = await compareSegments(context, vocabulary, { a: side, b: undefined, limit: 10 * mostDistinct, leftOut });
  await loadMembers(warehouse, [{ slug: 'persona', name: side.name, members: side.members }]);
  const prefix = prefixOf(side);
  const values = (name: string, most: number): Promise<readonly PersonaFact[]> => valueFacts(context, vocabulary, name, prefix, most);
  const number = (name: string): Promise<readonly PersonaFact[]> => numberFact(context, vocabulary, name, prefix);
  const demographics = [
    ...(await number('age')),
    ...(await values('gender', 2)),
    ...(await values('country', 2)),
    ...(await values('region', 2)),
    ...(await values('city', 3)),
    ...(await values('urban_rural', 1)),
    ...(await values('industry', 2)),
  ];
  const said = await habitsAndWords(context, vocabulary, prefix);
  const { next: _next, ...told } = said;
  const found = { ...empty, demographics, ...told, distinct: distinctOf(compared.differences) };
  return { ...found, sentence: sentenceOf(side.name, found), offers: offersOf(said) };
}

/** What to offer to these people and to say to them, as their card would have it, without the rest of the card; nothing of fewer than ten. */
export async function offersFor(context: InsightContext, vocabulary: Vocabulary, side: ComparedSide): Promise<PersonaCard['offers']> {
  if (side.members.length < fewestMembers) return [];
  await loadMembers(context.warehouse, [{ slug: 'persona', name: side.name, members: side.members }]);
  return offersOf(await habitsAndWords(context, vocabulary, prefixOf(side)));
}

const prefixOf = ({ expression }: ComparedSide): string => (expression.startsWith('in segment') ? expression : `(${expression})`);

/** How they buy, what moves them, where they are reached, what keeps them, and what models foretell of them where some act: what offers and words follow from. */
async function habitsAndWords(context: InsightContext, vocabulary: Vocabulary, prefix: string) {
  const values = (name: string, most: number): Promise<readonly PersonaFact[]> => valueFacts(context, vocabulary, name, prefix, most);
  const number = (name: string): Promise<readonly PersonaFact[]> => numberFact(context, vocabulary, name, prefix);
  const habits = [
    ...(await number('orders_last_12_months')),
    ...(await number('average_order_value')),
    ...(await number('median_days_between_orders')),
    ...(await values('favourite_category', 3)),
    ...(await values('favourite_weekday', 1)),
    ...((await hasDiscounts(context)) ? await number('discount_share') : []),
  ];
  const answers = await surveyAnswers(context);
  const motives = [...answers, ...(await values('interests', 4)), ...(await values('tags', 2))];
  const channels = [
    ...(await values('favourite_channel', 2)),
    ...(await values('channel', 2)),
    ...(await values('engagement_level', 1)),
    ...(await values('accepts_email', 1)),
  ];
  const next = [...(await values('predicted.category', 1)), ...(await values('predicted.best_weekday', 1))];
  return { habits, motives, channels, next, ...(await heard(context)) };
}

/** What sets them apart, but for shares from which fewer than five people can be counted: who have it or have it not, here or among the others. */
function distinctOf(differences: readonly SegmentDifference[]): string[] {
  const tellsOfFew = ({ known, share: part }: SegmentDifference['a']): boolean => {
    const people = part === null ? 0 : Math.round(part * known);
    return part !== null && (areFew(people) || areFew(known - people));
  };
  return differences
    .filter(({ a, b }) => !tellsOfFew(a) && !tellsOfFew(b))
    .map(({ phrase }) => phrase)
    .slice(0, mostDistinct);
}

/** In a shop that gives none, nobody buys without them by choice. */
async function hasDiscounts({ warehouse, features }: InsightContext): Promise<boolean> {
  return (await warehouse.row<{ any: boolean | null }>(sql`select bool_or(discount_share > 0) as any from ${features}`))?.any ?? false;
}

type Drawn = Omit<PersonaCard, 'sentence' | 'offers'>;

/** What they answered in surveys: questions with few different answers. */
async function surveyAnswers(context: InsightContext): Promise<readonly PersonaFact[]> {
  const rows = await context.warehouse.rows<{ question: string; answer: string; people: number; known: number; kinds: number }>(sql`
    with said as (select f.profile, f.properties from feedback f join insight_members m on m.profile = f.profile and m.segment = 0
        where f.properties is not null and json_valid(f.properties) and f.occurred_at <= ${timestamp(context.at)}),
      each as (select profile, unnest(json_keys(properties)) as question, properties from said),
      answers as (select profile, question, trim(json_extract_string(properties, '$."' || question || '"')) as answer from each),
      asked as (select question, count(distinct answer) as kinds, count(distinct profile) as known from answers where answer <> '' group by question),
      counted as (select a.question, a.answer, count(distinct a.profile)::INTEGER as people, any_value(k.known)::INTEGER as known, any_value(k.kinds)::INTEGER as kinds
        from answers a join asked k using (question) where a.answer <> '' and k.kinds between 2 and 30 group by a.question, a.answer)
    select * from counted where people >= ${fewestPeople} qualify row_number() over (partition by question order by people desc, answer) <= 2 order by known desc, people desc limit 6`);
  return rows.map(({ question, answer, people, known, kinds }) => ({
    label: question.replaceAll('_', ' '),
    ...toldValue({ value: answer, people, known, answers: kinds }),
    expression: null,
    source: `survey answers “${question.replaceAll('_', ' ')}” of ${known} people`,
  }));
}

function sentenceOf(name: string, { people, share: part, habits, demographics, motives }: Drawn): string {
  const favourite = habits.find(({ source }) => source === 'feature favourite_category');
  const place = demographics.find(({ source }) => source === 'trait city' || source === 'trait region');
  const [motive] = motives;
  const says = [
    favourite === undefined ? '' : `${favourite.share === null ? 'most' : share(favourite.share)} like ${favourite.value} best`,
    motive === undefined ? '' : `${motive.label} “${motive.value}” is named most`,
    place === undefined ? '' : `more live in ${place.value} than anywhere else`,
  ].filter((text) => text !== '');
  const rest = says.length === 0 ? '' : ` ${says.join('; ').replace(/^./u, (first) => first.toUpperCase())}.`;
  return `${name}: ${counted(people, 'customer')}, ${share(part)} of all.${rest}`;
}

/** A day of the week has a seventh of everything by itself: only one with half as much again is advice. */
const isADay = (held: number | null | undefined): boolean => (held ?? 0) >= 1.5 / 7;

/** What follows, each with the number that it follows from. */
function offersOf({ habits, motives, channels, objections, next }: Awaited<ReturnType<typeof habitsAndWords>>): PersonaCard['offers'] {
  const offers: { readonly text: string; readonly because: string }[] = [];
  const tell = (fact: PersonaFact | undefined, text: (fact: PersonaFact) => string): void => {
    if (fact !== undefined)
      offers.push({ text: text(fact), because: `${fact.label}: ${fact.value}${fact.share === null ? '' : `, ${share(fact.share)} of them`}` });
  };
  const habit = (name: string): PersonaFact | undefined => habits.find(({ source }) => source === `feature ${name}`);
  const leans = next.find(({ source }) => source === 'feature predicted.category');
  const answers = next.find(({ source, share: held }) => source === 'feature predicted.best_weekday' && isADay(held));
  const favourite = habit('favourite_category');
  tell(favourite, ({ value }) => `Show what is new in ${value} first.`);
  if (leans?.value !== favourite?.value) tell(leans, ({ value }) => `Offer something from ${value} next.`);
  tell(motives[0], ({ value, label }) => (label.includes('interest') ? `Speak of ${value}.` : `Say how you serve “${value}”.`));
  const ordersOn = habit('favourite_weekday');
  if (answers === undefined && isADay(ordersOn?.share)) tell(ordersOn, ({ value }) => `Write on the day before ${value}.`);
  tell(answers, ({ value }) => `Write on ${value}: more of them answer then than on any other day.`);
  tell(objections[0], ({ value }) => `Answer before they ask: “${value}”.`);
  tell(
    channels.find(({ source }) => source === 'feature favourite_channel'),
    ({ value }) => `Meet them where they buy: ${value}.`,
  );
  const discount = habit('discount_share');
  const usual = Number(/usually ([\d.]+)%/.exec(discount?.value ?? '')?.[1] ?? Number.NaN);
  if (usual < 15) tell(discount, () => 'Leave discounts out: they buy without.');
  if (usual >= 50) tell(discount, () => 'Save on discounts here: they have learnt to wait for them.');
  return offers.slice(0, 6);
}
