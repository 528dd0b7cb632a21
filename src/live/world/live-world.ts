import type { Effects, Instant, Workspace } from '../../core/index.ts';
import type { IngestContext } from '../../ingest/index.ts';
import type { Moment, Vocabulary } from '../../language/index.ts';
import type { FeatureSettings } from '../../profiles/index.ts';
import type { LifecycleStage, SegmentInput } from '../../segments/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** What the segments of the moment are. */
export type Definitions = {
  readonly inputs: readonly SegmentInput[];
  readonly versions: ReadonlyMap<string, number>;
  readonly vocabulary: Vocabulary;
  readonly settings: FeatureSettings;
  readonly stages: readonly LifecycleStage[];
};

/** What live data needs of the workspace; handed in by whoever composes it. */
export type LiveWorld = {
  /** A connection of its own: it keeps temporary tables that shadow the real ones while segments are evaluated. */
  readonly warehouse: Warehouse;
  readonly workspace: () => Workspace;
  readonly effects: Effects;
  readonly decisions: () => Promise<IngestContext['decisions']>;
  readonly definitions: () => Promise<Definitions>;
  /** Everything about everybody anew, as of an instant: where there is nothing yet that could be kept up. */
  readonly refreshEverything: (at: Instant) => Promise<void>;
  readonly moment: (at: Instant, vocabulary: Vocabulary, featuresTable: string) => Moment;
};
