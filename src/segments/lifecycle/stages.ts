/** A stage of the customer's life with the shop: the first stage whose expression holds is the customer's. */
export type LifecycleStage = { readonly name: string; readonly expression: string };

const stage = (name: string, expression: string): LifecycleStage => Object.freeze({ name, expression });

/** Days without an order after which a customer is at risk, and lost, until a shop decides on its own. */
export const usualDays = { atRisk: 90, churned: 180 } as const;

/** What a workspace starts with. An expression may use any feature but `lifecycle` itself. */
export const defaultLifecycle: readonly LifecycleStage[] = Object.freeze([
  stage('prospect', 'orders = 0'),
  stage('churned', `count(orders in last ${usualDays.churned} days) = 0`),
  stage('at risk', `count(orders in last ${usualDays.atRisk} days) = 0`),
  stage('loyal', 'count(orders in last 1 year) >= 5 and value_tier = "high"'),
  stage('new', 'days since first order < 30'),
  stage('active', 'count(orders in last 90 days) >= 2'),
  stage('occasional', 'orders >= 1'),
]);
