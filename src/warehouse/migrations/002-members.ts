/** Membership: the newest evaluation of each segment as a roaring bitmap, every entry and exit, and sizes over time. */
export const createMembers: readonly string[] = [
  `create table members (segment VARCHAR, version INTEGER, as_of TIMESTAMP, facts_version BIGINT, evaluated_at TIMESTAMP, next_change TIMESTAMP,
     status VARCHAR, reason VARCHAR, members BIGINT, revenue DECIMAL(18,4), bitmap BLOB)`,
  'create table membership_changes (segment VARCHAR, version INTEGER, profile INTEGER, entered BOOLEAN, "at" TIMESTAMP, recorded_at TIMESTAMP)',
  'create table segment_sizes (segment VARCHAR, version INTEGER, "at" TIMESTAMP, members BIGINT, revenue DECIMAL(18,4), reconstructed BOOLEAN)',
];
