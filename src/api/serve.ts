import { createAccess } from '../access/index.ts';
import { addressTaken } from './address.ts';
import { type App, openDecider, openDesk, openLive, openLiveInbox, openWorkspaceCollector, startWebhooks } from '../app/index.ts';
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

/** How many may be answered at once, each on a connection of its own. */
const readers = 4;

/**
 * Serves an open workspace: API, web application, jobs and the scheduler in one process. `stop` lets what has begun finish,
 * hands unfinished jobs to the next start, and leaves the closing of the app to whoever opened it.
 */
export async function serve(app: App, options: ServeOptions): Promise<Serving> {
  const log = createLog(options.logLevel, options.logTo);
  const desk = await openDesk(app, readers);
  const jobs = createJobs({ control: app.control, effects: app.effects, handlers: jobHandlers(desk) });
  const decider = await openDecider(desk);
  const access = createAccess({ control: app.control, effects: app.effects });
  const inbox = await openLiveInbox(app);
  const collector = await openWorkspaceCollector(app, inbox, { instead: options.inbox, currency: () => desk.workspace().currency });
  const live = await openLive(desk, { inbox, interpret: collector.interpret, failed: (error) => log.error({ err: error }, 'live data') });
  decider.follow(live.subscribe);
  const webhooks = await startWebhooks(desk, live, (error) => log.error({ err: error }, 'webhooks'));
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
