import type { FastifyInstance } from 'fastify';
import type { Collector } from '../../app/index.ts';
import { largestRequest } from './body.ts';
import { allowEveryOrigin } from './cross-origin.ts';
import { inFlight } from './in-flight.ts';
import { addHooks } from './hooks.ts';
import { addPageScript } from './page-script.ts';
import { addTracking } from './tracking.ts';

/**
 * What is open to whoever holds a write key, apart from the session API: no cookie is read, bodies come raw (signatures are over bytes), pages of every site may
 * call, and what waits for the disk is bounded.
 */
export async function addCollect(server: FastifyInstance, collector: Collector, webFolder: string | undefined): Promise<void> {
  await server.register(
    async (open) => {
      open.removeAllContentTypeParsers();
      open.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestRequest }, (_request, body, done) => done(null, body));
      allowEveryOrigin(open);
      const bounded = inFlight();
      addTracking(open, collector, bounded);
      addHooks(open, collector, bounded);
      await addPageScript(open, webFolder);
    },
    { bodyLimit: largestRequest },
  );
}
