import { createAccess } from '../access/index.ts';
import { addressTaken } from './address.ts';
import { type App, openDecider, openDesk, openLive, openLiveInbox, openWorkspaceCollector, raiseNotice, startWebhooks } from '../app/index.ts';
import type { Inbox } from '../contract/index.ts';
import { createJobs } from '../jobs/index.ts';
import { createAskers } from './askers.ts';
import { createLog } from './http/log.ts';
import { createMetrics } from './http/metrics.ts';
import { sessionCookies } from './http/session-cookies.ts';
import { routes } from './routes/index.ts';
import { createServer } from './server.ts';
import type { Service } from './service.ts';
import { workOutBehind } from './work/backfill.ts';
import { jobHandlers } from './work/index.ts';
import { startScheduler } from './work/scheduler.ts';
import { openTroubles, type Unattended } from './work/troubles.ts';
import { beginsAnew } from './work/upkeep.ts';

export type ServeOptions = {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly version: string;
  readonly webFolder: string | undefined;
  /** Where the manual lies as Markdown. */
  readonly manualFolder?: string | undefined;
  readonly trustProxy: boolean;
  readonly logLevel: 'info' | 'warn' | 'error' | 'silent';
  /** For tests: where lines of the log go instead of standard output. */
  readonly logTo?: Parameters<typeof createLog>[1];
  /** For tests: where live messages go instead of the workspace's own inbox. */
  readonly inbox?: Inbox;
};

export type Serving = {
  readonly url: string;
  readonly port: number;
  readonly service: Service;
  /** Resolves when the workspace is to be opened again, as another one lies ready to take its place. */
  readonly anew: Promise<void>;
  readonly stop: () => Promise<void>;
};

const jobTrouble: Unattended = {
  work: 'jobs',
  title: 'Long work could not be begun or kept',
  advice: 'Look at the disk: what was asked for is taken up again when the server starts the next time.',
};
const slotTrouble: Unattended = {
  work: 'slots',
  title: 'What slots show could not be brought up to date',
  advice: 'They go on showing what they showed before, and are read again with what comes next.',
};
const countTrouble: Unattended = {
  work: 'message-counts',
  title: 'What live sources received could not be counted',
  advice: 'No message is lost by that; the counts are written down as soon as that is possible.',
};
const liveTrouble: Unattended = {
  work: 'live-data',
  title: 'Live data could not be recorded',
  advice: 'Messages are kept in the inbox and recorded as soon as that is possible.',
};
const webhookTrouble: Unattended = {
  work: 'webhooks',
  title: 'Webhooks could not be told of changes',
  advice: 'What changed stays in the history, and they are told of it as soon as that is possible.',
};

/** How many may be answered at once, each on a connection of its own. */
const readers = 4;

/**
 * Serves an open workspace: API, web application, jobs and the scheduler in one process. `stop` lets what has begun finish,
 * hands unfinished jobs to the next start, and leaves the closing of the app to whoever opened it.
 */
export async function serve(app: App, options: ServeOptions): Promise<Serving> {
  const log = createLog(options.logLevel, options.logTo);
  const desk = await openDesk(app, readers);
  // What is cut short then has not failed.
  let stopping = false;
  const troubles = openTroubles({ now: app.effects.now, zone: () => desk.workspace().zone, log, raise: (draft) => raiseNotice(app, draft) });
  const told =
    (what: Unattended) =>
    (error: unknown): void =>
      troubles.failed(what, error);
  const jobs = createJobs({
    control: app.control,
    effects: app.effects,
    handlers: jobHandlers(desk),
    failed: (error, job) =>
      job === undefined ? troubles.failed(jobTrouble, error) : log.error({ err: error, job: job.id, kind: job.kind }, 'A job failed inside Clientele'),
  });
  const decider = await openDecider(desk, (error) => (stopping ? undefined : troubles.failed(slotTrouble, error)));
  const access = createAccess({ control: app.control, effects: app.effects });
  const inbox = await openLiveInbox(app);
  const collector = await openWorkspaceCollector(app, inbox, { instead: options.inbox, currency: () => desk.workspace().currency, failed: told(countTrouble) });
  const live = await openLive(desk, { inbox, interpret: collector.interpret, failed: told(liveTrouble) });
  decider.follow(live.subscribe);
  const webhooks = await startWebhooks(desk, live, told(webhookTrouble));
  const service: Service = {
    desk,
    access,
    jobs,
    decider,
    webhooks,
    metrics: createMetrics(),
    collector,
    live,
    askers: createAskers(),
    troubles,
    sessionCookie: `${sessionCookies}-${await access.workspaceTag()}`,
    version: options.version,
    streams: new Set(),
  };
  const server = await createServer(service, { routes, webFolder: options.webFolder, manualFolder: options.manualFolder, log, trustProxy: options.trustProxy });
  const anew = Promise.withResolvers<void>();
  const endListening = jobs.subscribe(({ job }) => {
    if (beginsAnew(job)) anew.resolve();
  });
  await jobs.start();
  await workOutBehind({ desk, jobs });
  const scheduler = startScheduler(service);
  const stop = async (): Promise<void> => {
    stopping = true;
    endListening();
    // Nobody new is let in from here on; who has been is answered.
    const closed = server.close();
    for (const end of service.streams) end();
    await jobs.stop();
    await closed;
    await scheduler.stop();
    await collector.close();
    await webhooks.stop();
    await live.stop();
    await desk.close();
  };
  try {
    await server.listen({ host: options.host, port: options.port });
  } catch (error) {
    await stop();
    throw addressTaken(options.host, options.port, error);
  }
  const address = server.addresses()[0];
  const port = typeof address === 'object' ? address.port : options.port;
  return {
    url: `http://${options.host === '127.0.0.1' || options.host === '0.0.0.0' ? 'localhost' : options.host}:${port}`,
    port,
    service,
    anew: anew.promise,
    stop,
  };
}
