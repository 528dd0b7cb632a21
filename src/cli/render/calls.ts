import type { CallListAnswer } from '../../contract/index.ts';
import type { Workspace } from '../../core/index.ts';
import { money, share } from './numbers.ts';

/** The list as it is read out: who, what is at stake, why, and how sure that is. */
export function renderCalls({ sentence, how, trust, items, expression }: CallListAnswer, { currency }: Workspace): string {
  const people = items.map((call, index) =>
    [
      `${index + 1}. ${call.name ?? call.email ?? call.customer_id ?? `#${call.profile}`}${call.phone === null ? '' : `  ${call.phone}`}`,
      `   at stake ${money(call.at_stake, currency)}; ${money(call.value_12m.expected, currency)} expected in 12 months (${money(call.value_12m.low, currency)} to ${money(call.value_12m.high, currency)}), ${call.return_90d === null ? 'chance of an order unknown' : `${share(call.return_90d)} likely to order in 90 days`}; ${call.sure} known`,
      `   ${[...call.reasons, ...(call.opening === null ? [] : [call.opening])].join(' ')}`,
    ].join('\n'),
  );
  return [sentence, ...people, ...(expression === null ? [] : [`As a segment: ${expression}`]), ...(trust === null ? [] : [trust]), how].join('\n\n');
}
