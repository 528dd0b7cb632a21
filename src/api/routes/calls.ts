import { maskIdentifierOf, maskName, maskText } from '../../access/index.ts';
import { callList } from '../../app/index.ts';
import { type Call, callListAnswer, callListRequest } from '../../contract/schemas.ts';
import { route, type Route } from '../route.ts';
import { reader } from './common.ts';

/** Whom to call this week. */
export const callRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/predictions/calls',
    tag: 'predictions',
    summary: 'Whom to call: the most money at stake of those of whom an order is overdue, or of members who may leave, with reasons and intervals',
    policy: reader,
    query: callListRequest,
    answers: callListAnswer,
    handle: async ({ desk, personalData }, { query }) => {
      const answer = await desk.readKept(`calls ${JSON.stringify(query)} ${personalData}`, (app) => callList(app, query, !personalData));
      return personalData ? answer : { ...answer, items: answer.items.map(masked) };
    },
  }),
];

const masked = (call: Call): Call => ({
  ...call,
  name: call.name === null ? null : maskName(call.name),
  email: call.email === null ? null : maskIdentifierOf('email', call.email),
  phone: call.phone === null ? null : maskIdentifierOf('phone', call.phone),
  customer_id: call.customer_id === null ? null : maskIdentifierOf('customer_id', call.customer_id),
  opening: call.opening === null ? null : maskText(call.opening),
});
