import type { FastifyInstance } from 'fastify';
import { errorCatalogue } from '../../core/index.ts';
import { openApiDocument } from '../openapi.ts';
import type { Route } from '../route.ts';
import { documentPage, errorsPage } from './document-page.ts';

/** `/api/openapi.json`, and the same to read under `/api/docs`. */
export function addDocuments(server: FastifyInstance, routes: readonly Route[], version: string): void {
  const document = openApiDocument(routes, version);
  server.get('/api/openapi.json', async () => document);
  server.get('/api/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(documentPage(document, reply.styleNonce)));
  server.get('/api/docs/errors', async (_request, reply) => reply.type('text/html; charset=utf-8').send(errorsPage(errorCatalogue, reply.styleNonce)));
}
