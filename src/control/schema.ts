import type { Generated, Selectable } from 'kysely';

import type { WebhookDeliveryRow, WebhookSubscriberRow } from './webhook-rows.ts';

/** Tables of the operational store. Times are ISO 8601 UTC texts; `json` columns hold JSON text. */
export type ControlSchema = {
  readonly settings: { key: string; value: string };
  readonly imports: ImportRow;
  readonly mappings: { name: string; mapping: string; saved_at: string };
  readonly segments: SegmentRow;
  readonly segment_versions: SegmentVersionRow;
  /** Manual lists: identifiers that are in (or out of) a segment whatever its definition says. */
  readonly segment_lists: { segment: string; namespace: string; value: string; mode: 'include' | 'exclude'; author: string; at: string };
  readonly lists_before_freezing: { segment: string; namespace: string; value: string; mode: 'include' | 'exclude'; author: string; at: string };
  /** What a person decided about identity: two identifiers are (not) one customer, or one links nothing. */
  readonly identity_decisions: IdentityDecisionTable;
  readonly people: PersonRow;
  readonly person_links: PersonLinkRow;
  readonly sessions: SessionRow;
  readonly api_keys: ApiKeyRow;
  /** Failed attempts to get in, by what is held back: an account or an address, both hashed with the workspace's secret. */
  readonly access_failures: { subject: string; failures: number; at: string; until: string };
  readonly jobs: JobTable;
  /** One row: the number of the last change of any job. */
  readonly job_revision: { value: number };
  readonly idempotency_keys: IdempotencyRow;
  readonly models: ModelRow;
  readonly segment_drafts: SegmentDraftRow;
  /** Folders that somebody made; a folder with segments in it needs no row. */
  readonly segment_folders: { name: string; created_at: string };
  readonly schedules: ScheduleRow;
  readonly notes: NoteRow;
  readonly saved_views: SavedViewRow;
  readonly live_sources: LiveSourceRow;
  readonly live_source_keys: LiveSourceKeyRow;
  /** What arrived, hour by hour. */
  readonly live_source_hours: { source: string; hour: string; received: number; duplicates: number; refused: number };
  readonly live_shapes: LiveShapeRow;
  readonly slots: SlotRow;
  readonly slot_versions: SlotVersionRow;
  readonly notices: NoticeRow;
  /** One row: the number of the last change of any notice. */
  readonly notice_revision: { value: number };
  readonly notice_mutes: NoticeMuteRow;
  /** What the acting models said on average at a run of the watch. */
  readonly watch_points: { series: string; subject: string; label: string; at: string; value: number };
  readonly personas: PersonaRow;
  readonly persona_notes: { id: string; persona: string; text: string; author: string; at: string };
  readonly actions: ActionRow;
  readonly action_decisions: ActionDecisionRow;
  readonly webhook_subscribers: WebhookSubscriberRow;
  readonly webhook_deliveries: WebhookDeliveryRow;
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
  /** Goes up with each change of the manual lists and of `mode`. */
  lists_version: Generated<number>;
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

export type PersonRow = {
  id: string;
  /** Lower case, unique. */
  email: string;
  name: string;
  role: 'viewer' | 'editor' | 'owner';
  /** 1 when they may see personal data. */
  personal_data: number;
  /** Hash with its algorithm and parameters; null until an invitation is taken up. */
  password: string | null;
  created_at: string;
  last_seen_at: string | null;
  disabled_at: string | null;
};

export type PersonLinkRow = {
  token_sha256: string;
  purpose: 'invite' | 'reset';
  person: string;
  created_by: string | null;
  created_at: string;
  expires_at: string;
};

export type SessionRow = { id: string; token_sha256: string; person: string; created_at: string; seen_at: string; user_agent: string };

export type ApiKeyRow = {
  id: string;
  prefix: string;
  secret_sha256: string;
  person: string;
  name: string;
  /** JSON list. */
  scopes: string;
  created_at: string;
  expires_at: string | null;
  used_at: string | null;
  revoked_at: string | null;
};

export type JobTable = {
  /** Grows with every job: the order of the queue and of lists. */
  number: Generated<number>;
  id: string;
  kind: string;
  lane: 'write' | 'light';
  title: string;
  status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  progress: string | null;
  request: string;
  result: string | null;
  error: string | null;
  person: string | null;
  attempt: number;
  cancel_asked_at: string | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  idempotency_key: string | null;
  /** The change that brought the row to this state, numbered over all jobs. */
  revision: number;
};

export type JobRow = Selectable<JobTable>;

export type IdempotencyRow = {
  principal: string;
  key: string;
  /** Method and path. */
  route: string;
  request_sha256: string;
  /** Null while the first request is at work. */
  status: number | null;
  response: string | null;
  at: string;
};

/** A trained model; `content`, `card` and `backtest` are JSON. */
export type ModelRow = {
  model: string;
  /** Grows by one with each training of the model. */
  version: number;
  status: 'candidate' | 'approved' | 'retired';
  method: string;
  as_of: string;
  trained_at: string;
  seed: number;
  content: string;
  card: string;
  backtest: string;
  approved_at: string | null;
};

/** A definition that somebody is writing: of a segment there is (`segment` is its slug), or of one there will be. */
export type SegmentDraftRow = {
  person: string;
  /** The slug of the segment, or a name of its own for a new one. */
  key: string;
  segment: string | null;
  /** The version that was being changed. */
  base_version: number | null;
  name: string;
  folder: string;
  text: string;
  note: string;
  updated_at: string;
};

/** An import that comes again by itself. `request` is what to import, as JSON; `next_at` when it is due. */
export type ScheduleRow = {
  id: string;
  name: string;
  request: string;
  every: 'hour' | 'day' | 'week';
  /** Local time of day, `07:30`; of `hour` only the minute counts. */
  at: string;
  /** 1 (Monday) to 7 for `week`. */
  weekday: number | null;
  enabled: number;
  created_by: string;
  created_at: string;
  next_at: string;
  last_job: string | null;
  last_at: string | null;
};

/** What somebody wrote about a customer, who is named by an identifier, since profile numbers come and go with merges. */
export type NoteRow = { id: string; namespace: string; value: string; text: string; author: string; at: string; edited_at: string | null };

/** How somebody likes to see a list: columns, sorting and filters as JSON. */
export type SavedViewRow = { id: string; person: string; area: string; name: string; state: string; at: string };

/** Who may send live data. Keys stand in pages for everybody to read; `settings` and `secrets` are JSON. A removed one keeps its row: its records stay. */
export type LiveSourceRow = {
  slug: string;
  type: string;
  name: string;
  settings: string;
  secrets: string;
  created_at: string;
  created_by: string;
  last_seen_at: string | null;
  disabled_at: string | null;
  removed_at: string | null;
};

/** `expires_at` is set for a key that has been replaced. */
export type LiveSourceKeyRow = { key: string; source: string; created_at: string; expires_at: string | null };

/** What messages look like: per event and property how often it was seen, filled, and of which types (JSON). `property` is empty for the event itself. */
export type LiveShapeRow = {
  source: string;
  event: string;
  property: string;
  types: string;
  seen: number;
  filled: number;
  first_at: string;
  last_at: string;
  /** How often it was filled among the last hundred. */
  recent: string;
};
/** A place whose content depends on who is there. `published` is the number of the version in force; `draft` the definition being written, as JSON. */
export type SlotRow = {
  id: string;
  slug: string;
  name: string;
  /** Grows with every change. */
  revision: number;
  published: number | null;
  draft: string | null;
  draft_author: string | null;
  draft_at: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
};

/** `definition` is JSON; its conditions are canonical. */
export type SlotVersionRow = { slot: string; version: number; definition: string; note: string; author: string; at: string };

type NoticeSubjectType = 'segment' | 'metric' | 'model' | 'source' | 'job';
type NoticeKindName = 'unusual' | 'forecast' | 'source' | 'model' | 'job';

/** Something told, once per key; `figure` and `contributors` are JSON. */
export type NoticeRow = {
  id: string;
  key: string;
  kind: NoticeKindName;
  severity: 'info' | 'warning' | 'urgent';
  subject_type: NoticeSubjectType;
  subject_id: string;
  subject_name: string;
  title: string;
  sentence: string;
  at: string;
  raised_at: string;
  figure: string | null;
  contributors: string;
  status: 'new' | 'acknowledged';
  acknowledged_at: string | null;
  acknowledged_by: string | null;
  revision: number;
};

export type NoticeMuteRow = {
  id: string;
  subject_type: NoticeSubjectType;
  subject_id: string;
  subject_name: string;
  kind: NoticeKindName | null;
  until: string | null;
  by: string;
  at: string;
};

/** A face for a segment: what people wrote (`edits`), the card as it was last drawn from data, and the one before; all JSON. */
export type PersonaRow = {
  id: string;
  segment: string;
  name: string;
  edits: string;
  card: string;
  previous: string | null;
  picture: Uint8Array | null;
  picture_type: string | null;
  created_by: string;
  created_at: string;
  updated_at: string;
};

/** Something the owner may do for a customer. `cost` and `value` are money; `rest_days` without any action after one; `most` customers in a run. */
export type ActionRow = {
  id: string;
  name: string;
  description: string;
  channel: string;
  eligible: string;
  cost: number;
  value: number;
  rest_days: number;
  most: number | null;
  enabled: number;
  created_by: string;
  created_at: string;
};

/** One decision for one customer, with the probability with which it was taken, and what was known of them then (JSON). */
export type ActionDecisionRow = {
  id: string;
  run: string;
  action: string;
  profile: number;
  namespace: string;
  value: string;
  decided_at: string;
  propensity: number;
  explored: number;
  expected: number;
  context: string;
  /** Null for one that was decided before costs were kept. */
  cost: number | null;
};
