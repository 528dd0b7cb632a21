import { z } from 'zod';
import { maskIdentifierOf } from '../../access/index.ts';
import {
  actionReport,
  actionSettings,
  actionsToDo,
  addAction,
  changeAction,
  decideActions,
  listActions,
  removeAction,
  setActionSettings,
  suggestActions,
} from '../../app/index.ts';
import { calledOf } from '../../contract/index.ts';
import {
  actionChangeSchema,
  actionReportAnswer,
  actionSchema,
  actionsDecideAnswer,
  actionsDecideRequest,
  actionSettingsSchema,
  type ActionsToDoAnswer,
  actionsToDoAnswer,
  actionSuggestionSchema,
  newActionSchema,
} from '../../contract/schemas.ts';
import { maskedSummary } from '../masked-summary.ts';
import { route, type Route } from '../route.ts';
import { asOf, editor, reader } from './common.ts';

const tag = 'actions';
const id = z.object({ id: z.string() });

/** The owner's actions, which of them for whom, and what they brought. */
export const actionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/actions',
    tag,
    summary: 'What may be done for a customer: for whom, what it costs and is worth',
    policy: reader,
    answers: z.object({ items: z.array(actionSchema).readonly() }),
    handle: async ({ desk }) => ({ items: await listActions(desk.app) }),
  }),
  route({
    method: 'POST',
    path: '/actions',
    tag,
    summary: 'Define an action',
    policy: editor,
    body: newActionSchema,
    status: 201,
    answers: actionSchema,
    handle: ({ read, author }, { body }) => read((app) => addAction(app, body, author)),
  }),
  route({
    method: 'PATCH',
    path: '/actions/:id',
    tag,
    summary: 'Change, pause or go on with an action',
    policy: editor,
    params: id,
    body: actionChangeSchema,
    answers: actionSchema,
    handle: ({ read }, { params, body }) => read((app) => changeAction(app, params.id, body)),
  }),
  route({
    method: 'DELETE',
    path: '/actions/:id',
    tag,
    summary: 'Take an action away; what was decided for it stays on record',
    policy: editor,
    params: id,
    answers: z.object({ removed: z.string() }),
    handle: async ({ desk }, { params }) => {
      await removeAction(desk.app, params.id);
      return { removed: params.id };
    },
  }),
  route({
    method: 'GET',
    path: '/action-settings',
    tag,
    summary: 'Share of decisions that stay random, and what counts as an outcome',
    policy: reader,
    answers: actionSettingsSchema,
    handle: ({ desk }) => actionSettings(desk.app),
  }),
  route({
    method: 'PUT',
    path: '/action-settings',
    tag,
    summary: 'Set them',
    policy: editor,
    body: actionSettingsSchema,
    answers: actionSettingsSchema,
    handle: ({ desk }, { body }) => setActionSettings(desk.app, body),
  }),
  route({
    method: 'POST',
    path: '/actions/decide',
    tag,
    summary: 'Choose an action for each customer (or look what would be chosen), by what earlier ones brought and a lasting share of chance',
    policy: editor,
    body: actionsDecideRequest,
    answers: actionsDecideAnswer,
    handle: async ({ read, personalData }, { body }) => {
      const answer = await read((app) => decideActions(app, body));
      if (personalData) return answer;
      return {
        ...answer,
        decisions: answer.decisions.map((one) => {
          const customer = maskedSummary(one.customer);
          return { ...one, customer, who: calledOf(customer) };
        }),
      };
    },
  }),
  route({
    method: 'GET',
    path: '/actions/to-do',
    tag,
    summary: 'Whom something is to be done for, by the run that was written down last',
    policy: reader,
    answers: actionsToDoAnswer,
    handle: async ({ read, personalData }) => {
      const answer = await read(actionsToDo);
      return personalData ? answer : { ...answer, items: answer.items.map(maskedToDo) };
    },
  }),
  route({
    method: 'GET',
    path: '/actions/suggestions',
    tag,
    summary: 'Actions that the shop has the people for, with a cost and a worth to begin with; none is defined by this',
    policy: reader,
    query: z.object({ as_of: asOf }),
    answers: z.object({ items: z.array(actionSuggestionSchema).readonly() }),
    handle: async ({ read }, { query }) => ({ items: await read((app) => suggestActions(app, query)) }),
  }),
  route({
    method: 'GET',
    path: '/actions/report',
    tag,
    summary: 'What decisions brought, and what other rules would have brought, with intervals',
    policy: reader,
    query: z.object({ as_of: asOf }),
    answers: actionReportAnswer,
    handle: ({ read }, { query }) => read((app) => actionReport(app, query)),
  }),
];

function maskedToDo(one: ActionsToDoAnswer['items'][number]): ActionsToDoAnswer['items'][number] {
  const customer = maskedSummary(one.customer);
  return { ...one, customer, who: calledOf(customer), phone: one.phone === null ? null : maskIdentifierOf('phone', one.phone) };
}
