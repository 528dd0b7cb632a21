import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ClienteleError } from '../../core/index.ts';

/**
 * The built web application: hashed assets that may be kept for ever, and its one page for every address that is a screen. The page
 * carries the nonce of its answer where the build left `__NONCE__`.
 */
export async function addWebApplication(server: FastifyInstance, folder: string | undefined): Promise<void> {
  const index = folder === undefined ? undefined : join(folder, 'index.html');
  const built = folder !== undefined && index !== undefined && existsSync(index);
  if (built) {
    await server.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      decorateReply: false,
    });
  }
  const page = built ? asItLies(index) : undefined;
  server.setNotFoundHandler(async (request, reply) => {
    if (!wantsPage(request)) throw new ClienteleError('request.unknown');
    if (page === undefined) return notBuilt(reply);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send((await page()).replaceAll('__NONCE__', reply.styleNonce));
  });
}

/** A file that is read again when it was written since: a page built anew under a running server names new assets, and the old ones are gone. */
function asItLies(file: string): () => Promise<string> {
  let kept: { readonly written: number; readonly text: string } | undefined;
  return async () => {
    const written = (await stat(file)).mtimeMs;
    if (kept?.written !== written) kept = { written, text: await readFile(file, 'utf8') };
    return kept.text;
  };
}

const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');

const notBuilt = (reply: FastifyReply): FastifyReply =>
  reply.status(503).type('text/plain; charset=utf-8').send('The web application has not been built yet: run script/server, or `npm run web`.\n');
