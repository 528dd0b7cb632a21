import type { Effects, Instant, Workspace } from '../../core/index.ts';
import type { IngestContext } from '../../ingest/index.ts';
import type { Moment, Vocabulary } from '../../language/index.ts';
import type { FeatureSettings } from '../../profiles/index.ts';
import type { LifecycleStage, SegmentInput } from '../../segments/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** What the segments of the moment are. */
export type Defined = {
  readonly inputs: readonly SegmentInput[];
  readonly versions: ReadonlyMap<string, number>;
  readonly vocabulary: Vocabulary;
  readonly settings: FeatureSettings;
  readonly stages: readonly LifecycleStage[];
};

/** The same read once, and all that is asked of a profile: segments, and stages of the lifecycle. */
export type Definitions = Defined & { readonly asked: readonly SegmentInput[] };

/** What live data needs of the workspace; handed in by whoever composes it. */
export type LiveWorld = {
  readonly warehouse: Warehouse;
  /** A connection on which the temporary tables of the small world hide the real ones; it keeps them, and what was planned over them. */
  readonly small: Warehouse;
  /** The same for more profiles than the small world holds. Nothing is kept there: with many rows the optimiser earns what planning costs. */
  readonly wide: Warehouse;
  /** The same beside the rounds, for features that no condition waits for. */
  readonly late: Warehouse;
  readonly workspace: () => Workspace;
  /** Told whom has just been evaluated. */
  readonly evaluated: (profiles: ArrayLike<number>) => void;
  readonly effects: Effects;
  readonly decisions: () => Promise<IngestContext['decisions']>;
  readonly definitions: () => Promise<Defined>;
  /** Everything about everybody anew, as of an instant: where there is nothing yet that could be kept up. */
  readonly refreshEverything: (at: Instant) => Promise<void>;
  readonly moment: (at: Instant, vocabulary: Vocabulary, featuresTable: string) => Moment;
};
