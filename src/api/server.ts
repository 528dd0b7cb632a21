import { Readable } from 'node:stream';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { ClienteleError } from '../core/index.ts';
import { addCollect } from './collect/add-collect.ts';
import { contextOf } from './http/context-of.ts';
import { checkedInput } from './http/checked-input.ts';
import { once } from './http/once.ts';
import { problemOf } from './http/problem.ts';
import { addDocuments } from './http/documents.ts';
import { addManual } from './http/manual-pages.ts';
import { addHealth } from './http/health.ts';
import { refuseWhileStopping } from './http/stopping.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { addWebApplication } from './http/web-application.ts';
import { checkPolicy } from './http/check-policy.ts';
import { sendAnswer } from './http/send-answer.ts';
import { addDecisions } from './public/add-decisions.ts';
import type { Route } from './route.ts';
import type { Service } from './service.ts';

export type ServerOptions = {
  readonly routes: readonly Route[];
  /** The built web application; without it the server answers API calls alone. */
  readonly webFolder?: string | undefined;
  readonly manualFolder?: string | undefined;
  readonly log?: FastifyBaseLogger | undefined;
  /** Believe `X-Forwarded-*` of a proxy in front. */
  readonly trustProxy?: boolean;
};

/** Bodies of ordinary calls; files come through uploads, which are streamed. */
const largestBody = 2 * 1024 * 1024;

/** The HTTP server over one workspace: every route of the table below `/api/v1`, the documents, health and the web application. */
export async function createServer(service: Service, options: ServerOptions): Promise<FastifyInstance> {
  const server: FastifyInstance = fastify({
    ...(options.log === undefined ? { logger: false } : { loggerInstance: options.log }),
    bodyLimit: largestBody,
    trustProxy: options.trustProxy ?? false,
    forceCloseConnections: 'idle',
    // `refuseWhileStopping` does, and says when to come again.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    genReqId: () => service.desk.app.effects.randomId().slice(0, 12),
  });
  await server.register(cookie);
  await server.register(compress, { threshold: 1024, encodings: ['gzip'] });
  addSecurityHeaders(server);
  refuseWhileStopping(server);
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  // A definition kept as a file is sent as it is: `curl --data-binary @slots.yaml -H 'content-type: application/yaml'`.
  server.addContentTypeParser(['application/yaml', 'text/yaml'], { parseAs: 'string' }, (_request, text, done) => done(null, { yaml: text }));
  server.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error);
    // Whoever asked has closed the page: what was being computed for them was stopped on purpose.
    const gone = request.raw.socket.destroyed;
    if (problem.status >= 500 && problem.code !== 'server.stopping' && !gone) request.log.error({ err: error }, 'failed');
    if (typeof problem['retry_after'] === 'number') void reply.header('retry-after', String(problem['retry_after']));
    return reply.status(problem.status).type('application/problem+json').send(problem);
  });
  server.addHook('onResponse', async (request, reply) => {
    service.metrics.answered(request.routeOptions.url ?? 'unknown', request.method, reply.statusCode, reply.elapsedTime / 1000);
  });
  addHealth(server, service);
  addDocuments(server, options.routes, service.version);
  await addCollect(server, service.collector, options.webFolder);
  await addDecisions(server, service);
  for (const route of options.routes) addRoute(server, service, route);
  addManual(server, options.manualFolder);
  await addWebApplication(server, options.webFolder);
  return server;
}

function addRoute(server: FastifyInstance, service: Service, route: Route): void {
  server.route({
    method: route.method,
    url: `/api/v1${route.path}`,
    // An upload is as large as the disk allows; it never lies in memory.
    ...(route.kind === 'upload' ? { bodyLimit: Number.MAX_SAFE_INTEGER } : {}),
    handler: async (request, reply) => {
      // A stream stays open for hours and asks for nothing meanwhile.
      const ended = service.askers.began();
      if (route.kind === 'stream') ended();
      else reply.raw.once('close', ended);
      const context = await contextOf(service, request, reply);
      checkPolicy(route.policy, context.principal, request);
      // Another parser has read it: what is brought as a file comes as its bytes.
      if (route.kind === 'upload' && !(request.body instanceof Readable)) throw new ClienteleError('request.file-type');
      const input = checkedInput(route, { params: request.params, query: request.query, body: route.kind === 'upload' ? undefined : request.body });
      await once(route, context, request, reply, () => sendAnswer(route, context, input, request, reply));
      return reply;
    },
  });
}
