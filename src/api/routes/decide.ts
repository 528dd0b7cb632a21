import { decideRequestSchema, decisionSchema } from '../../contract/schemas.ts';
import { route, type Route } from '../route.ts';

/** Asking who somebody is and what to show them. */
export const decideRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/decide',
    tag: 'decide',
    summary: 'Who is this, which segments, which variant of which slot, and why',
    policy: { role: 'viewer', scope: 'decide' },
    body: decideRequestSchema,
    answers: decisionSchema,
    handle: ({ decider }, { body }) => decider.decide(body, 'server'),
  }),
];
