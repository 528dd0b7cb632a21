import type { FastifyInstance } from 'fastify';
import { ClienteleError } from '../../core/index.ts';

/** A server that is started again answers after about as many seconds. */
const backAfter = 5;

/**
 * Whoever still comes while the server stops, over a connection that was open or in the moment before nobody listens any more, is told to come back, and when: the libraries
 * of shops send it again. What has been let in before is answered. The framework's own refusal names no time and lets no other site's page see it.
 */
export function refuseWhileStopping(server: FastifyInstance): void {
  let stopping = false;
  server.addHook('preClose', async () => {
    stopping = true;
  });
  // After all that looks at a request first, so that pages of other sites may read the answer; before anything of its body is.
  server.addHook('preParsing', async (_request, reply, payload) => {
    if (!stopping) return payload;
    void reply.header('connection', 'close');
    throw new ClienteleError('server.stopping', { retry_after: backAfter }, { retry_after: backAfter });
  });
}
