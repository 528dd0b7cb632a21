export const createSchedulesNotesViews: readonly string[] = [
  `create table schedules (id text primary key, name text not null, request text not null, every text not null, at text not null, weekday integer,
     enabled integer not null, created_by text not null, created_at text not null, next_at text not null, last_job text, last_at text)`,
  `create table notes (id text primary key, namespace text not null, value text not null, text text not null, author text not null, at text not null,
     edited_at text)`,
  'create index notes_about on notes (namespace, value)',
  `create table saved_views (id text primary key, person text not null, area text not null, name text not null, state text not null, at text not null,
     unique (person, area, name))`,
];
