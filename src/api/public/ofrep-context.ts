import type { DecideRequest, VisitContext } from '../../contract/index.ts';
import { visitContextSchema } from '../../contract/schemas.ts';
import { failed, ok, type Result } from '../../core/index.ts';
import type { Asker } from './asker.ts';

export type OfrepContext = { readonly request: DecideRequest };
export type OfrepTrouble = { readonly code: 'PARSE_ERROR' | 'TARGETING_KEY_MISSING' | 'INVALID_CONTEXT'; readonly details: string };

const identifierNames = ['customer_id', 'email', 'phone', 'anonymous_id'];
/** OpenFeature contexts are mostly flat and in camelCase. */
const camelCase: Readonly<Record<string, keyof VisitContext>> = { userAgent: 'user_agent', timeZone: 'timezone' };

/**
 * An evaluation context as a request for a decision. `targetingKey` is the customer: any identifier for a server, the random id of the browser for a
 * page. Besides, `email` and its like are identifiers, `consent` and `gpc` are what they are, and the rest is the visit.
 */
export function readOfrepContext(body: unknown, asker: Asker): Result<OfrepContext, OfrepTrouble> {
  const context = isRecord(body) ? (body['context'] ?? {}) : undefined;
  if (body !== undefined && body !== null && !isRecord(body)) return refuse('PARSE_ERROR', 'The body is not a JSON object.');
  if (context !== undefined && !isRecord(context)) return refuse('INVALID_CONTEXT', '`context` is not an object.');
  const { targetingKey, consent, gpc, ...rest } = context ?? {};
  if (targetingKey !== undefined && typeof targetingKey !== 'string') return refuse('INVALID_CONTEXT', '`targetingKey` is not a text.');
  if (targetingKey === '') return refuse('TARGETING_KEY_MISSING', '`targetingKey` is empty; leave it out for a visitor nobody knows.');
  const identifiers = Object.fromEntries(identifierNames.flatMap((name) => (typeof rest[name] === 'string' ? [[name, rest[name]]] : [])));
  const visit = visitContextSchema.safeParse(Object.fromEntries(Object.entries(rest).map(([name, value]) => [camelCase[name] ?? name, value])));
  if (!visit.success) {
    const [issue] = visit.error.issues;
    return refuse('INVALID_CONTEXT', `${issue?.path.map(String).join('.') ?? 'context'}: ${issue?.message ?? 'not valid'}`);
  }
  const agreed = isRecord(consent) ? consent['personalisation'] : consent;
  return ok({
    request: {
      ...(targetingKey === undefined ? {} : asker === 'server' ? { customer: targetingKey } : {}),
      identifiers: targetingKey !== undefined && asker === 'browser' ? { anonymous_id: targetingKey, ...identifiers } : identifiers,
      context: visit.data,
      ...(typeof agreed === 'boolean' ? { consent: { personalisation: agreed } } : {}),
      ...(gpc === true ? { gpc: true } : {}),
    },
  });
}

const refuse = (code: OfrepTrouble['code'], details: string): Result<never, OfrepTrouble> => failed({ code, details });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
