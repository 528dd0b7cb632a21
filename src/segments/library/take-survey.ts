import type { Instant } from '../../core/index.ts';
import type { AttributeWord, Vocabulary } from '../../language/index.ts';
import { ident, join, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { AgeBand, Counted, FeedbackSurvey, Survey } from './survey.ts';
import { surveyOrders } from './survey-orders.ts';
import { surveyTraits } from './survey-traits.ts';

/** Measures what the library needs to know, set-wise, as of `moment`. Reads `attributes` and `features` as they are. */
export async function takeSurvey(warehouse: Warehouse, vocabulary: Vocabulary, moment: Instant): Promise<Survey> {
  const counts = await warehouse.row<{ customers: number; buyers: number }>(
    sql`select count(*)::INTEGER as customers, count(first_order_at)::INTEGER as buyers from features`,
  );
  const { customers, buyers } = counts ?? { customers: 0, buyers: 0 };
  return {
    customers,
    buyers,
    currency: vocabulary.currency,
    traits: await surveyTraits(warehouse, vocabulary, customers),
    events: await surveyEvents(warehouse, moment),
    orders: buyers < 20 ? undefined : await surveyOrders(warehouse),
    categories: await surveyCategories(warehouse, moment),
    feedback: await surveyFeedback(warehouse, moment),
    ages: await surveyAges(warehouse, vocabulary),
    centre: await surveyCentre(warehouse, vocabulary),
  };
}

async function surveyEvents(warehouse: Warehouse, moment: Instant): Promise<Survey['events']> {
  const rows = await warehouse.rows<{ name: string; customers: number }>(
    sql`select name, count(distinct profile)::INTEGER as customers from events where occurred_at <= ${timestamp(moment)} and profile is not null group by name
        order by customers desc, name limit 200`,
  );
  return new Map(rows.map(({ name, customers }) => [name, { customers }]));
}

async function surveyCategories(warehouse: Warehouse, moment: Instant): Promise<readonly Counted[]> {
  return warehouse.rows<Counted>(
    sql`select category as value, count(distinct profile)::INTEGER as customers from items
        where category is not null and profile is not null and counts and not is_return and ordered_at <= ${timestamp(moment)}
        group by category order by customers desc, value limit 20`,
  );
}

async function surveyFeedback(warehouse: Warehouse, moment: Instant): Promise<FeedbackSurvey> {
  const people = await warehouse.row<Omit<FeedbackSurvey, 'answers'>>(
    sql`with answered as (select profile, rating from feedback where kind = 'survey' and rating is not null and occurred_at <= ${timestamp(moment)}),
          scored as (select profile, avg(rating) as score from answered where profile is not null and (select max(rating) from answered) > 5 group by profile)
        select (count(distinct profile) filter (kind = 'review'))::INTEGER as reviewers, (count(distinct profile) filter (kind = 'ticket'))::INTEGER as ticketers,
          (select count(*) from features where average_rating <= 2)::INTEGER as "lowRaters",
          (select count(*) from features where average_rating >= 4)::INTEGER as "highRaters",
          (select count(*) from scored where score >= 9)::INTEGER as promoters, (select count(*) from scored where score <= 6)::INTEGER as detractors
        from feedback where occurred_at <= ${timestamp(moment)}`,
  );
  // Answers are the properties of survey records; a question with a dozen or more different answers is free text.
  const answers = await warehouse.rows<{ question: string; value: string; customers: number }>(
    sql`with answers as (
          select profile, unnest(json_keys(properties)) as question, properties from feedback
          where kind = 'survey' and profile is not null and properties is not null and occurred_at <= ${timestamp(moment)}),
        given as (select profile, question, json_extract_string(properties, '$."' || replace(question, '"', '\\"') || '"') as value from answers),
        counted as (select question, value, count(distinct profile)::INTEGER as customers from given where trim(coalesce(value, '')) <> '' group by all),
        closed as (select question from counted group by question having count(*) between 2 and 12 and sum(customers) >= 20)
        select question, value, customers from counted semi join closed using (question)
        where length(value) <= 60 and try_cast(value as DOUBLE) is null order by customers desc, question, value limit 20`,
  );
  return { ...(people ?? { reviewers: 0, ticketers: 0, lowRaters: 0, highRaters: 0, promoters: 0, detractors: 0 }), answers };
}

const ageBands: readonly (readonly [number, number | null])[] = [
  [18, 24],
  [25, 34],
  [35, 49],
  [50, 64],
  [65, null],
];

async function surveyAges(warehouse: Warehouse, vocabulary: Vocabulary): Promise<readonly AgeBand[]> {
  const age = vocabulary.attributes.get('age');
  if (!isNumeric(age)) return [];
  const counts = ageBands.map(
    ([from, to], band) => sql`count(*) filter (${ident(age.column)} between ${from} and ${to ?? 200})::INTEGER as ${ident(`band${band}`)}`,
  );
  const row = await warehouse.row<Record<string, number>>(sql`select ${join(counts)} from attributes`);
  return ageBands.map(([from, to], band) => ({ from, to, customers: row?.[`band${band}`] ?? 0 }));
}

/** Great-circle distance by the haversine formula on a sphere of 6,371 km. */
async function surveyCentre(warehouse: Warehouse, vocabulary: Vocabulary): Promise<Survey['centre']> {
  const [city, latitude, longitude] = ['city', 'latitude', 'longitude'].map((name) => vocabulary.attributes.get(name));
  if (!isNumeric(latitude) || !isNumeric(longitude) || city?.table !== 'attributes') return undefined;
  const found = await warehouse.row<{ name: string; latitude: number; longitude: number; customers: number }>(
    sql`with placed as (select ${ident(city.column)} as city, ${ident(latitude.column)}::DOUBLE as lat, ${ident(longitude.column)}::DOUBLE as lon from attributes
                        where ${ident(latitude.column)} is not null and ${ident(longitude.column)} is not null),
        centre as (select city as name, median(lat) as latitude, median(lon) as longitude from placed where city is not null group by city order by count(*) desc, city limit 1)
        select name, latitude, longitude, count(*)::INTEGER as customers from centre, placed
        where 2 * 6371 * asin(sqrt(pow(sin(radians(lat - latitude) / 2), 2) + cos(radians(latitude)) * cos(radians(lat)) * pow(sin(radians(lon - longitude) / 2), 2))) <= 25
        group by all`,
  );
  return found;
}

const isNumeric = (word: AttributeWord | undefined): word is AttributeWord => word?.table === 'attributes' && word.type === 'number';
