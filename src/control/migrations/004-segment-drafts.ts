/** What people are still writing, and folders that may hold no segment yet. */
export const createSegmentDrafts: readonly string[] = [
  `create table segment_drafts (person text not null, key text not null, segment text, base_version integer, name text not null, folder text not null, text text not null,
     note text not null, updated_at text not null, primary key (person, key))`,
  'create table segment_folders (name text primary key, created_at text not null)',
];
