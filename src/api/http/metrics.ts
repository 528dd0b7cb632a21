import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Figures for Prometheus. Labels are routes, methods, statuses and kinds of job: nothing about people. */
export type Metrics = {
  readonly text: () => Promise<string>;
  readonly contentType: string;
  readonly answered: (route: string, method: string, status: number, seconds: number) => void;
  readonly gauges: (values: { readonly jobsRunning: number; readonly jobsQueued: number }) => void;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'clientele_' });
  const registers = [registry];
  const requests = new Counter({ name: 'clientele_http_requests_total', help: 'Requests answered', labelNames: ['route', 'method', 'status'], registers });
  const seconds = new Histogram({
    name: 'clientele_http_request_seconds',
    help: 'Time to answer',
    labelNames: ['route', 'method'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const jobs = new Gauge({ name: 'clientele_jobs', help: 'Jobs by status', labelNames: ['status'], registers });
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    answered: (route, method, status, took) => {
      requests.inc({ route, method, status: String(status) });
      seconds.observe({ route, method }, took);
    },
    gauges: ({ jobsRunning, jobsQueued }) => {
      jobs.set({ status: 'running' }, jobsRunning);
      jobs.set({ status: 'queued' }, jobsQueued);
    },
  };
}
