/** Who may send live data, with which keys, what arrived from them, and what it looked like. */
export const createLiveSources: readonly string[] = [
  `create table live_sources (slug text primary key, type text not null, name text not null, settings text not null, secrets text not null, created_at text not null,
     created_by text not null, last_seen_at text, disabled_at text, removed_at text)`,
  `create table live_source_keys (key text primary key, source text not null references live_sources (slug) on delete cascade, created_at text not null,
     expires_at text)`,
  'create index live_source_keys_source on live_source_keys (source)',
  `create table live_source_hours (source text not null, hour text not null, received integer not null, duplicates integer not null, refused integer not null,
     primary key (source, hour))`,
  `create table live_shapes (source text not null, event text not null, property text not null, types text not null, seen integer not null, filled integer not null,
     first_at text not null, last_at text not null, recent text not null, primary key (source, event, property))`,
];
