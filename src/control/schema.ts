import type { Generated, Selectable } from 'kysely';

/** Tables of the operational store. Times are ISO 8601 UTC texts; `json` columns hold JSON text. */
export type ControlSchema = {
  readonly settings: { key: string; value: string };
  readonly imports: ImportRow;
  readonly mappings: { name: string; mapping: string; saved_at: string };
  readonly segments: SegmentRow;
  readonly segment_versions: SegmentVersionRow;
  /** Manual lists: identifiers that are in (or out of) a segment whatever its definition says. */
  readonly segment_lists: { segment: string; namespace: string; value: string; mode: 'include' | 'exclude'; author: string; at: string };
  /** What a person decided about identity: two identifiers are (not) one customer, or one links nothing. */
  readonly identity_decisions: IdentityDecisionTable;
  readonly schema_version: { version: number };
};

export type ImportRow = {
  id: string;
  /** Number of the warehouse batch; grows by one per import. */
  batch: number;
  /** pending: begun, not known to be in the warehouse; start-up settles it. */
  status: 'pending' | 'done' | 'failed' | 'undone';
  source: string;
  kind: string;
  preset: string;
  file: string;
  /** SHA-256 of the raw input and of the mapping, for "same file again". */
  input_sha256: string;
  mapping: string;
  /** Where the raw input is kept, relative to the data folder; null for queries. */
  kept_input: string | null;
  report: string;
  started_at: string;
  finished_at: string | null;
};

export type SegmentRow = {
  /** Stable id, never reused. */
  id: string;
  slug: string;
  name: string;
  folder: string;
  /** `built-in` for the library's, `user`, or `lifecycle`/`rfm` groups kept as segments. */
  origin: 'built-in' | 'user';
  /** `live` follows its definition; `static` is frozen at `frozen_at`. */
  mode: 'live' | 'static';
  /** Number of the version in force. */
  version: number;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
};

export type SegmentVersionRow = {
  segment: string;
  version: number;
  /** Canonical text of the definition. */
  text: string;
  note: string;
  author: string;
  at: string;
};

export type IdentityDecisionTable = {
  id: Generated<number>;
  decision: 'together' | 'apart' | 'block';
  namespace_a: string;
  value_a: string;
  namespace_b: string | null;
  value_b: string | null;
  author: string;
  at: string;
  /** The merge in the log that this undoes, if any. */
  merge: number | null;
  undone_at: string | null;
};

export type IdentityDecisionRow = Selectable<IdentityDecisionTable>;
