/** What tells a customer apart in a list. Money in the workspace's currency, `last_order_at` ISO 8601 UTC. */
export type ProfileSummary = {
  readonly profile: number;
  readonly customer_id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly orders: number;
  readonly total_spent: number;
  readonly last_order_at: string | null;
  readonly rfm_segment: string | null;
  readonly lifecycle: string | null;
};
