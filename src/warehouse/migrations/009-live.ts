/**
 * Live data. `live_orders`: every state that live sources told of an order, as JSON; the order is what all of them together say. `live_queue`: profiles
 * whose segments are to be evaluated again: `traits` where traits may have
 * changed, `since` the earliest new fact (null: anything may be new). `live_due`: when time alone may change something about a profile. Changes of membership are
 * numbered from here on: `seq` grows with every change, 0 for those of before.
 */
export const createLive: readonly string[] = [
  'create table live_orders (source VARCHAR, order_id VARCHAR, record_key VARCHAR, observed_at TIMESTAMP, state VARCHAR)',
  'create table live_queue (profile INTEGER, traits BOOLEAN, since TIMESTAMP)',
  'create table live_due (profile INTEGER, "at" TIMESTAMP)',
  'alter table membership_changes add column seq BIGINT default 0',
];
