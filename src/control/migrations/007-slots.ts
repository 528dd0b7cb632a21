export const createSlots: readonly string[] = [
  `create table slots (id text primary key, slug text not null, name text not null, revision integer not null, published integer, draft text,
     draft_author text, draft_at text, created_at text not null, updated_at text not null, deleted_at text)`,
  'create unique index slots_by_slug on slots (slug) where deleted_at is null',
  `create table slot_versions (slot text not null, version integer not null, definition text not null, note text not null, author text not null,
     at text not null, primary key (slot, version))`,
];
