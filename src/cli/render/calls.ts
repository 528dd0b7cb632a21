import type { CallListAnswer } from '../../contract/index.ts';
import type { Workspace } from '../../core/index.ts';
import { money } from './numbers.ts';

/** The list as it is read out: who, what is at stake, why (how likely an order is among it, said once), and how sure that is. */
export function renderCalls({ sentence, how, trust, items, expression }: CallListAnswer, { currency }: Workspace): string {
  const people = items.map((call, index) =>
    [
      `${index + 1}. ${call.name ?? call.email ?? call.customer_id ?? `#${call.profile}`}${call.phone === null ? '' : `  ${call.phone}`}`,
      `   at stake ${money(call.at_stake, currency)}; ${money(call.value_12m.expected, currency)} expected in 12 months (${money(call.value_12m.low, currency)} to ${money(call.value_12m.high, currency)}); ${call.leaving === null ? '' : 'chance '}${call.sure} known`,
      `   ${[...call.reasons, ...(call.opening === null ? [] : [call.opening])].join(' ')}`,
    ].join('\n'),
  );
  return [sentence, ...people, ...(expression === null ? [] : [`As a segment: ${expression}`]), ...(trust === null ? [] : [trust]), how].join('\n\n');
}
