import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SlotDecision } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import type { Service } from '../service.ts';
import { type Asker, askerOf } from './asker.ts';
import { askedByBrowser } from './for-browsers.ts';
import { type OfrepContext, readOfrepContext } from './ofrep-context.ts';

// The OpenFeature Remote Evaluation Protocol 0.3: a slot is a flag, its content the value, its variant the variant.

type ErrorCode = 'PARSE_ERROR' | 'TARGETING_KEY_MISSING' | 'INVALID_CONTEXT' | 'FLAG_NOT_FOUND' | 'GENERAL';

const reasons: Readonly<Record<SlotDecision['reason'], 'TARGETING_MATCH' | 'STATIC' | 'DISABLED' | 'UNKNOWN'>> = {
  matched: 'TARGETING_MATCH',
  'no-rules': 'STATIC',
  'no-rule-matched': 'STATIC',
  'outside-schedule': 'DISABLED',
  'consent-missing': 'DISABLED',
  'consent-refused': 'DISABLED',
  'privacy-signal': 'DISABLED',
  'rule-broken': 'UNKNOWN',
};

export function addOfrep(server: FastifyInstance, service: Service): void {
  server.post('/ofrep/v1/evaluate/flags/:key', async (request, reply) => {
    const { key } = request.params as { readonly key: string };
    return answering(service, request, reply, key, async (asker, context) => {
      const found = (await service.decider.slots()).get(key);
      if (found === undefined || hidden(asker, found.definition.browser))
        return reply.status(404).send({ key, errorCode: 'FLAG_NOT_FOUND', errorDetails: `There is no slot "${key}" that is live.` });
      const [slot] = (await decide(service, asker, context, [key])).slots;
      if (slot === undefined) return reply.status(404).send({ key, errorCode: 'FLAG_NOT_FOUND', errorDetails: `Slot "${key}" has just gone.` });
      return reply.send(flagOf(slot, asker));
    });
  });

  server.post('/ofrep/v1/evaluate/flags', async (request, reply) =>
    answering(service, request, reply, undefined, async (asker, context) => {
      const slots = [...(await service.decider.slots()).values()].filter(({ definition }) => !hidden(asker, definition.browser)).map(({ slug }) => slug);
      const decision = await decide(service, asker, context, slots);
      const body = { flags: decision.slots.map((slot) => flagOf(slot, asker)), metadata: { consent: decision.consent } };
      const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 27)}"`;
      void reply.header('etag', etag).header('cache-control', 'no-store');
      const known = (request.headers['if-none-match'] ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
      return known.includes(etag) ? reply.status(304).send() : reply.send(body);
    }),
  );
}

const hidden = (asker: Asker, browser: 'no' | 'content' | 'why'): boolean => asker === 'browser' && browser === 'no';

const decide = (service: Service, asker: Asker, { request }: OfrepContext, slots: readonly string[]) =>
  service.decider.decide({ ...(asker === 'browser' ? askedByBrowser(request) : request), slots: [...slots] }, 'ofrep');

/** Null means that the code's own default stands: then there is no value. */
function flagOf({ slot, variant, content, reason, version, rule, rules }: SlotDecision, asker: Asker): Readonly<Record<string, unknown>> {
  const when = rules.find((each) => each.rule === rule)?.when;
  return {
    key: slot,
    reason: reasons[reason],
    variant,
    ...(content.value === null ? {} : { value: content.value }),
    metadata: { reason, ...(version === null ? {} : { version }), ...(asker === 'server' && when !== undefined ? { rule: when } : {}) },
  };
}

/** Who asks and what with; what is wrong is answered in the protocol's own shape. */
async function answering(
  service: Service,
  request: FastifyRequest,
  reply: FastifyReply,
  key: string | undefined,
  work: (asker: Asker, context: OfrepContext) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const refuse = (status: 400 | 500, errorCode: ErrorCode, errorDetails: string): FastifyReply =>
    reply.status(status).send({ ...(key === undefined ? {} : { key }), errorCode, errorDetails });
  const asker = await askerOf(service, request.headers);
  const read = readOfrepContext(request.body, asker);
  if (!read.ok) return refuse(400, read.error.code, read.error.details);
  try {
    return await work(asker, read.value);
  } catch (error) {
    if (error instanceof ClienteleError && error.status < 500) throw error;
    request.log.error({ err: error }, 'failed');
    return refuse(500, 'GENERAL', 'The slot could not be evaluated.');
  }
}
