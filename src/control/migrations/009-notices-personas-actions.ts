/**
 * What the system tells of itself (`notices`: one per key, numbered by every change), what people want to hear no more of, personas with their notes and pictures, actions that the owner
 * may take and every decision for one, with the probability that it was taken with.
 */
export const createNoticesPersonasActions: readonly string[] = [
  `create table notices (id text primary key, key text not null unique, kind text not null, severity text not null, subject_type text not null, subject_id text not null,
     subject_name text not null, title text not null, sentence text not null, at text not null, raised_at text not null, figure text, contributors text not null, status text not null,
     acknowledged_at text, acknowledged_by text, revision integer not null)`,
  'create index notices_revision on notices (revision)',
  'create table notice_revision (value integer not null)',
  'insert into notice_revision values (0)',
  `create table notice_mutes (id text primary key, subject_type text not null, subject_id text not null, subject_name text not null, kind text, until text, by text not null, at text not null)`,
  `create table personas (id text primary key, segment text not null, name text not null, edits text not null, card text not null, previous text, picture blob, picture_type text,
     created_by text not null, created_at text not null, updated_at text not null)`,
  'create table persona_notes (id text primary key, persona text not null references personas (id) on delete cascade, text text not null, author text not null, at text not null)',
  `create table actions (id text primary key, name text not null, description text not null, channel text not null, eligible text not null, cost real not null, value real not null, rest_days integer not null,
     most integer, enabled integer not null, created_by text not null, created_at text not null)`,
  `create table action_decisions (id text primary key, run text not null, action text not null, profile integer not null, namespace text not null, value text not null, decided_at text not null, propensity real not null,
     explored integer not null, expected real not null, context text not null)`,
  `create table watch_points (series text not null, subject text not null, label text not null, at text not null, value real not null, primary key (series, at))`,
  'create index action_decisions_at on action_decisions (decided_at)',
];
