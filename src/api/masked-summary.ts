import { maskIdentifierOf, maskName, maskRow } from '../access/index.ts';
import type { CustomerSummary } from '../contract/index.ts';

/** A few customers as whoever asks may see them. */
export function maskedSummaries(people: readonly CustomerSummary[], personalData: boolean): readonly CustomerSummary[] {
  return personalData ? people : people.map(maskedSummary);
}

/** Names, addresses and numbers as nobody can read them; asked columns as their kind wants it. */
export const maskedSummary = (summary: CustomerSummary): CustomerSummary => ({
  ...summary,
  name: summary.name === null ? null : maskName(summary.name),
  email: summary.email === null ? null : maskIdentifierOf('email', summary.email),
  customer_id: summary.customer_id === null ? null : maskIdentifierOf('customer_id', summary.customer_id),
  ...(summary.values === undefined ? {} : { values: maskRow(summary.values) }),
});
