import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { decideRequestSchema } from '../../contract/schemas.ts';
import { ClienteleError } from '../../core/index.ts';
import type { Service } from '../service.ts';
import { askerOf } from './asker.ts';
import { answeredToBrowser, askedByBrowser } from './for-browsers.ts';
import { addOfrep } from './ofrep.ts';
import { openToPages } from './open-to-pages.ts';

/** What a page sends: its key travels in the body, so that the request needs no leave of the browser beforehand. */
const pageRequestSchema = decideRequestSchema.omit({ customer: true }).extend({ write_key: z.string().max(200) });

const largest = 64 * 1024;

/** Decisions for pages and for OpenFeature clients, apart from the session API: no cookie is read, and pages of every site may ask. */
export async function addDecisions(server: FastifyInstance, service: Service): Promise<void> {
  await server.register(
    async (open) => {
      // A page sends JSON as plain text: for anything else the browser would ask first, which costs a journey.
      open.addContentTypeParser('text/plain', { parseAs: 'string', bodyLimit: largest }, (_request, body, done) => done(null, jsonOf(String(body))));
      openToPages(open, ['/v1/decide', '/ofrep/v1/*']);
      open.post('/v1/decide', async (request, reply) => {
        const read = pageRequestSchema.safeParse(request.body);
        if (!read.success) {
          const [issue] = read.error.issues;
          throw new ClienteleError('request.invalid', { detail: `${issue?.path.map(String).join('.') || 'body'}: ${issue?.message ?? 'not valid'}` });
        }
        const { write_key: key, ...asked } = read.data;
        await askerOf(service, request.headers, key);
        const decision = await service.decider.decide(askedByBrowser(asked), 'browser');
        return reply.header('cache-control', 'no-store').send({ slots: answeredToBrowser(decision, await service.decider.slots()) });
      });
      addOfrep(open, service);
    },
    { bodyLimit: largest },
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
