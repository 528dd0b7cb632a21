export const createWebhooks: readonly string[] = [
  `create table webhook_subscribers (id text primary key, name text not null, url text not null, secret text not null, old_secret text, old_secret_until text,
     segments text, moves text not null, identifiers text not null, created_by text not null, created_at text not null, disabled_at text, disabled_because text,
     removed_at text)`,
  `create table webhook_deliveries (id text primary key, subscriber text not null, type text not null, segment text, profile integer, payload text not null, status text not null,
     attempts integer not null, next_at text, last_status integer, last_error text, created_at text not null, tried_at text, ended_at text)`,
  "create index webhook_deliveries_due on webhook_deliveries (next_at) where status = 'waiting'",
  'create index webhook_deliveries_of on webhook_deliveries (subscriber, created_at)',
];
