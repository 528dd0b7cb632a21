import type { FastifyInstance } from 'fastify';

/**
 * Pages of any site may ask here: what they get is bounded by their key, and no cookie is ever looked at, so that a wildcard gives nothing away.
 * Applies to every route of this instance.
 */
export function openToPages(server: FastifyInstance, paths: readonly string[]): void {
  server.addHook('onRequest', async (_request, reply) => {
    void reply.headers({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-expose-headers': 'etag, retry-after',
    });
  });
  for (const path of paths) {
    server.options(path, async (_request, reply) =>
      reply
        .status(204)
        .headers({
          'access-control-allow-methods': 'POST, OPTIONS',
          'access-control-allow-headers': 'authorization, content-type, if-none-match, x-api-key',
          'access-control-max-age': '86400',
        })
        .send(),
    );
  }
}
