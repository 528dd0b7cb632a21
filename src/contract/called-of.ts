import type { CustomerSummary } from './customers.ts';

/** What a customer is called where there is room for one name. */
export const calledOf = ({ name, email, customer_id, profile }: Pick<CustomerSummary, 'name' | 'email' | 'customer_id' | 'profile'>): string =>
  name ?? email ?? customer_id ?? `#${profile}`;
