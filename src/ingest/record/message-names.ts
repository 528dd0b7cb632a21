import { type Fragment, sql } from '../../sql/index.ts';

/**
 * What mail tools call it → the name in the tracking API, which live events use too. Compared without case, blanks, marks and the words e-mail,
 * campaign and message. Anything else keeps its own name.
 */
export function messageName(name: Fragment): Fragment {
  const word = sql`regexp_replace(regexp_replace(lower(${name}), '[^\\p{L}]+', '', 'g'), '^(?:e?mail|campaign|message|received|klaviyo)+|(?:e?mails?|campaign|message)+$', '', 'g')`;
  return sql`(case
    when regexp_full_match(${word}, 'delivered|delivery|deliver') then 'Email Delivered'
    when regexp_full_match(${word}, 'opened|open|opens|uniqueopen|firstopen|read') then 'Email Opened'
    when regexp_full_match(${word}, 'clicked|click|clicks|linkclicked|uniqueclick|linkclick') then 'Email Link Clicked'
    when regexp_full_match(${word}, 'bounced|bounce|hardbounce|softbounce|hardbounced|softbounced|bouncehard|bouncesoft|dropped|rejected|failed|undelivered') then 'Email Bounced'
    when regexp_full_match(${word}, 'complained|complaint|spam|markedasspam|spamcomplaint|spamreport|abuse|abusereport|reportedspam') then 'Email Marked as Spam'
    when regexp_full_match(${word}, 'unsubscribed|unsubscribe|optout|optedout|unsub') then 'Unsubscribed'
    when regexp_full_match(${word}, 'sent|send|sends|processed|injected') then 'Email Sent'
    else ${name} end)`;
}
