import { maskIdentifierOf, maskName } from '../access/index.ts';
import type { CustomerSummary } from '../contract/index.ts';

/** A few customers as whoever asks may see them. */
export function maskedSummaries(people: readonly CustomerSummary[], personalData: boolean): readonly CustomerSummary[] {
  return personalData ? people : people.map(masked);
}

const masked = (summary: CustomerSummary): CustomerSummary => ({
  ...summary,
  name: summary.name === null ? null : maskName(summary.name),
  email: summary.email === null ? null : maskIdentifierOf('email', summary.email),
  customer_id: summary.customer_id === null ? null : maskIdentifierOf('customer_id', summary.customer_id),
});
