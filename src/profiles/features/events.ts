import { type Fragment, sql } from '../../sql/index.ts';
import { onSite } from '../kinds-of-events.ts';
import type { Moment } from './moment.ts';

/** What events are called. A table of its own: as a part of the next one, what is asked of names would be asked of each event, before they are made different. */
export const eventNames: Fragment = sql`select distinct name from events`;

/** Names of events that are visits, of `feature_event_names`. There are few of names and many of events, so it is decided of each name once. */
export const visitNames: Fragment = sql`select name from feature_event_names where ${onSite}`;

/** Everything that happened, in one pass over the narrow columns; of visits by `feature_visit_names`. */
export const eventFeatures = (moment: Moment): Fragment => sql`
  select profile, count(*) as events_count, min(occurred_at) as first_event_at, max(occurred_at) as last_event_at, max(occurred_at) filter (where visit) as last_visit_at
  from (select profile, occurred_at, name in (select name from feature_visit_names) as visit from events where profile is not null and occurred_at <= ${moment.asOf}) group by profile`;

/** E-mails of the last 90 days, as the e-mail tools count them: every open and every click. */
export const mailFeatures = (moment: Moment): Fragment => sql`
  select profile, count(*) filter (where name = 'Email Opened') as emails_opened_90d, count(*) filter (where name = 'Email Link Clicked') as emails_clicked_90d,
    count(*) filter (where name = 'Email Delivered') as emails_delivered_90d
  from events where name in ('Email Opened', 'Email Link Clicked', 'Email Delivered') and occurred_at > ${moment.ninetyDaysAgo} and occurred_at <= ${moment.asOf} and profile is not null
  group by profile`;

/** Visits of the last 30 and 90 days: distinct sessions of events that are about neither e-mail nor a contract; where a source names no session, distinct days (UTC). */
export const visitFeatures = (moment: Moment): Fragment => sql`
  select profile, count(*) as visits_90d, count(*) filter (where latest > ${moment.thirtyDaysAgo}) as visits_30d
  from (
    select profile, session, case when session is null then occurred_at::DATE end as on_day, max(occurred_at) as latest
    from events where occurred_at > ${moment.ninetyDaysAgo} and occurred_at <= ${moment.asOf} and profile is not null and name in (select name from feature_visit_names)
    group by all)
  group by profile`;

/** Ratings are those of reviews: what surveys ask for has scales of its own (0 to 10 for NPS), and a mean over both would say nothing. */
export const feedbackFeatures = (moment: Moment): Fragment => sql`
  select profile, count(*) as feedback_count, avg(rating) filter (where kind = 'review') as average_rating,
    arg_max(rating, occurred_at) filter (where rating is not null and kind = 'review') as last_rating,
    min(occurred_at) as first_feedback_at, max(occurred_at) as last_feedback_at
  from feedback where profile is not null and occurred_at <= ${moment.asOf} group by profile`;

/**
 * Engagement: high with a click in 90 days or 4 visits in 30; medium with an open in 90 days or a visit in 30; low when
 * something still reached or came from them in 90 days; else none. Unknown where the shop has no events at all.
 */
export const engagementLevel = (moment: Moment): Fragment => sql`case
  when not exists (select 1 from events where occurred_at <= ${moment.asOf}) then null
  when emails_clicked_90d > 0 or visits_30d >= 4 then 'high'
  when emails_opened_90d > 0 or visits_30d > 0 then 'medium'
  when emails_delivered_90d > 0 or last_event_at > ${moment.ninetyDaysAgo} then 'low'
  else 'none' end`;
