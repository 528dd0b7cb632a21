import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { ClienteleError } from '../../core/index.ts';

/** `/clientele.js`, the script that shops put into their pages: open to every site, asked about again after an hour. */
export async function addPageScript(server: FastifyInstance, webFolder: string | undefined): Promise<void> {
  const file = webFolder === undefined ? undefined : join(webFolder, 'clientele.js');
  const text = file !== undefined && existsSync(file) ? await readFile(file, 'utf8') : undefined;
  const etag = text === undefined ? '' : `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
  server.get('/clientele.js', async (request, reply) => {
    if (text === undefined) throw new ClienteleError('request.unknown');
    void reply.headers({ etag, 'cache-control': 'public, max-age=3600' });
    return request.headers['if-none-match'] === etag ? reply.status(304).send() : reply.type('text/javascript; charset=utf-8').send(text);
  });
}
