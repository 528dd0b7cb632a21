import { goalProgress, readGoal, writeGoal } from '../../app/index.ts';
import { goalProgressSchema, goalSettingSchema, momentRequest } from '../../contract/schemas.ts';
import { z } from 'zod';
import { route, type Route } from '../route.ts';
import { editor, reader } from './common.ts';

const tag = 'workspace';

/** What the business wants to achieve. */
export const goalRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/goal',
    tag,
    summary: 'What this business wants to achieve; null until somebody has said',
    policy: reader,
    answers: z.object({ goal: goalSettingSchema.nullable() }),
    handle: async ({ desk }) => ({ goal: (await readGoal(desk.app.control)) ?? null }),
  }),
  route({
    method: 'GET',
    path: '/goal/progress',
    tag,
    summary: 'How far the goal is: where its measure stands, whether the target is reached, and how many days are left',
    policy: reader,
    query: momentRequest,
    answers: z.object({ goal: goalProgressSchema.nullable() }),
    // Every visit of Home asks it, and the year behind it is read whole: it is kept for the goal that it was asked for.
    handle: async ({ desk }, { query }) => {
      const goal = await readGoal(desk.app.control);
      if (goal === undefined) return { goal: null };
      return { goal: await desk.readKept(`goal ${query.as_of ?? ''} ${JSON.stringify(goal)}`, (app) => goalProgress(app, query.as_of)) };
    },
  }),
  route({
    method: 'PUT',
    path: '/goal',
    tag,
    summary: 'Say what to achieve, how it will be known and until when; it orders what is proposed',
    policy: editor,
    body: goalSettingSchema,
    answers: z.object({ goal: goalSettingSchema }),
    handle: async ({ desk }, { body }) => {
      await writeGoal(desk.app.control, body);
      return { goal: body };
    },
  }),
];
