import type { Access } from '../access/index.ts';
import type { Collector, Decider, Desk, Live, Webhooks } from '../app/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Askers } from './askers.ts';
import type { Troubles } from './work/troubles.ts';
import type { Metrics } from './http/metrics.ts';

/** What every request shares: made once by the composition root. */
export type Service = {
  readonly desk: Desk;
  readonly access: Access;
  readonly jobs: Jobs;
  readonly decider: Decider;
  /** Who outside is told of entries and exits. */
  readonly webhooks: Webhooks;
  readonly metrics: Metrics;
  readonly collector: Collector;
  /** The road of live data: who is told of entries and exits, and the history after a place. */
  readonly live: Live;
  readonly askers: Askers;
  /** Who is told of what goes wrong with work that nobody waits for. */
  readonly troubles: Troubles;
  /** Name of the cookie that holds a session. */
  readonly sessionCookie: string;
  readonly version: string;
  /** Open streams of events: a server that stops ends them. */
  readonly streams: Set<() => void>;
};
