import { type Fragment, ident, join, sql, timestamp } from '../../sql/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Identity, Job } from '../context.ts';
import { recordContacts } from './contacts.ts';
import { column, fingerprint, has, properties } from './fields.ts';
import { rowKey } from './order-rows.ts';
import { identityColumns, joinPeople, resolvePeople } from './people.ts';
import { nothingRecorded, type Recorded } from './recorded.ts';
import { makeRoom } from './versions.ts';

/** Checked rows → one record each → people found → `feedback`; the answers of surveys become traits too, named by their question. */
export async function recordFeedback(job: Job, identity: Identity, checked: Checked): Promise<Recorded> {
  const { warehouse } = job.context;
  const { batch } = job.run;
  const { source } = job.mapping;
  const columns = identityColumns(checked);
  const text = (name: string): Fragment => sql`${column(checked, name, 'VARCHAR')} as ${ident(name)}`;
  const values = [
    ...texts.map(text),
    sql`${column(checked, 'occurred_at', 'TIMESTAMP')} as occurred_at`,
    sql`${column(checked, 'rating', 'DOUBLE')} as rating`,
    sql`${kindOf(job, checked)} as kind`,
    sql`${properties(checked)} as properties`,
  ];
  const keys = columns.map((one) => sql`${column(checked, one.field, 'VARCHAR')} as ${ident(one.column)}`);
  const answers = answersOf(job, checked);
  const printed = [...columns.map((one) => one.column), ...texts, 'occurred_at', 'rating', 'kind', 'properties'].map((name) => ident('r', name));
  await warehouse.run(sql`create or replace temp table ingest_feedback as select *, ${fingerprint(printed)} as fingerprint from (
      select ${join([sql`c.line`, sql`${has(checked, 'feedback_id') ? column(checked, 'feedback_id', 'VARCHAR') : rowKey()} as record_id`, ...keys, ...values, ...answers.map((one, index) => sql`${one.value} as ${ident(`t${index}`)}`)])}
      from ingest_checked c where c.reject is null) r
    where record_id is not null qualify row_number() over (partition by record_id order by line desc) = 1`);
  const people = await resolvePeople(job, identity, 'ingest_feedback', columns);
  const versions = await makeRoom(warehouse, { batch, source, table: 'feedback', alongside: [{ table: 'traits' }], incoming: 'ingest_feedback' });
  await warehouse.run(
    sql`create or replace temp table ingest_people_feedback as select r.*, p.identifier, p.profile from ingest_feedback r ${joinPeople(people, 'r')}`,
  );
  await warehouse.run(sql`insert into feedback select ${batch}, ${source}, record_id, fingerprint, identifier, profile, kind, occurred_at, rating, subject, text, status, product_id, product, category, channel, properties
    from ingest_people_feedback r semi join ingest_news n on n.key = r.record_id order by kind, profile, occurred_at`);
  for (const [index, answer] of answers.entries()) {
    await warehouse.run(sql`insert into traits select ${batch}, ${source}, record_id, identifier, ${answer.name}, ${ident(`t${index}`)}, 1, coalesce(occurred_at, cast(${timestamp(job.at)} as TIMESTAMP))
      from ingest_people_feedback r semi join ingest_news n on n.key = r.record_id where identifier is not null and ${ident(`t${index}`)} is not null`);
  }
  await recordContacts(job, checked, people, { table: 'ingest_people_feedback', at: 'occurred_at', names: ['email', 'phone'] });
  return { ...nothingRecorded, ...versions, people };
}

const texts = ['subject', 'text', 'status', 'product_id', 'product', 'category', 'channel'] as const;

/** What the row says it is, else what the mapping says, else a review. */
function kindOf(job: Job, checked: Checked): Fragment {
  const word = sql`lower(${column(checked, 'feedback_kind', 'VARCHAR')})`;
  const fallback = job.mapping.options.feedbackKind ?? 'review';
  return sql`(case when ${word} in ('ticket', 'tickets', 'support', 'case', 'complaint', 'question', 'incident', 'problem', 'task') then 'ticket'
    when ${word} in ('survey', 'surveys', 'response', 'nps', 'csat', 'poll') then 'survey' when ${word} in ('review', 'reviews', 'rating', 'testimonial') then 'review' else ${fallback} end)`;
}

function answersOf(job: Job, checked: Checked): readonly { readonly name: string; readonly value: Fragment }[] {
  if (job.mapping.options.feedbackKind !== 'survey' && !has(checked, 'feedback_kind')) return [];
  const survey = sql`${kindOf(job, checked)} = 'survey'`;
  return [...checked.fields.values()]
    .filter(({ custom }) => custom)
    .map((field) => ({ name: field.name, value: sql`(case when ${survey} then ${ident('c', field.column)} end)` }));
}
