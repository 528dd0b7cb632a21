import { type Fragment, sql } from '../../sql/index.ts';

/** Yes and no in the languages and exports we meet; consent words of mail tools included. NULL for anything else. */
export function boolean(value: Fragment): Fragment {
  const word = sql`replace(replace(lower(${value}), '-', '_'), ' ', '_')`;
  return sql`(case
    when regexp_full_match(${word}, 'true|t|yes|y|1|1\\.0|on|x|ja|j|oui|si|sí|sim|tak|da|wahr|vrai|subscribed|opted_in|opt_in|optin|single_opt_in|confirmed_opt_in|double_opt_in|granted|given|accepted|accepts|agreed|consented|active|allowed|checked') then true
    when regexp_full_match(${word}, 'false|f|no|n|0|0\\.0|off|nein|non|não|nao|nie|nee|falsch|faux|unsubscribed|never_subscribed|not_subscribed|nonsubscribed|non_subscribed|opted_out|opt_out|optout|denied|declined|withdrawn|refused|cleaned|suppressed|inactive|pending|unchecked') then false end)`;
}
