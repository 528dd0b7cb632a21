import type { FastifyInstance } from 'fastify';
import { formatInstant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Service } from '../service.ts';

/** `/healthz`: the process lives. `/readyz`: both stores answer, since when. `/metrics`: Prometheus, without anything about people. */
export function addHealth(server: FastifyInstance, service: Service): void {
  // Another value, another start: by it a page sees that the server has begun anew.
  const started = formatInstant(service.desk.app.effects.now());
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    try {
      await service.desk.read((app) => app.warehouse.row(sql`select 1 as one`));
      await service.desk.app.control.selectFrom('schema_version').select('version').executeTakeFirst();
      return { status: 'ready', started };
    } catch {
      return reply.status(503).send({ status: 'not ready' });
    }
  });
  server.get('/metrics', async (_request, reply) => {
    const { items } = await service.jobs.list({ status: 'running', limit: 100 });
    const queued = await service.jobs.list({ status: 'queued', limit: 100 });
    service.metrics.gauges({ jobsRunning: items.length, jobsQueued: queued.items.length });
    return reply.type(service.metrics.contentType).send(await service.metrics.text());
  });
}
