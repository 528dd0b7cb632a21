import type { FastifyInstance } from 'fastify';

/**
 * Pages of any site may send here: what they may do is bounded by their write key, and no cookie is ever looked at, so that a wildcard gives nothing away.
 * Applies to every route of this instance; only the tracking calls are asked about beforehand: nothing else answers a pre-flight.
 */
export function allowEveryOrigin(server: FastifyInstance): void {
  server.addHook('onRequest', async (_request, reply) => {
    void reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'access-control-expose-headers': 'retry-after' });
  });
  server.options('/v1/*', async (_request, reply) =>
    reply
      .status(204)
      .headers({
        'access-control-allow-methods': 'GET, POST, OPTIONS',
        'access-control-allow-headers': 'authorization, content-type, content-encoding, x-retry-count, x-requested-with, anonymousid',
        'access-control-max-age': '86400',
      })
      .send(),
  );
}
