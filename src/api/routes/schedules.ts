import { z } from 'zod';
import { changeSchedule, createSchedule, deleteSchedule, listSchedules, trySchedule } from '../../app/index.ts';
import { jobSchema, newScheduleSchema, scheduleChangeSchema, scheduleFromSchema, scheduleSchema, triedScheduleSchema } from '../../contract/schemas.ts';
import { ClienteleError } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { route, type Route } from '../route.ts';
import { startSchedule } from '../work/schedules.ts';
import { administrator } from './common.ts';

const tag = 'imports';
const id = z.object({ id: z.string() });
const world = ({ desk }: Context) => ({ ...desk.app, workspace: desk.workspace() });

/** Imports that come again by themselves. They name folders and databases of the server, so they are the owner's alone. */
export const scheduleRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/schedules',
    tag,
    summary: 'Imports that come again: where from, when next, and how the last one went; passwords are stars',
    policy: administrator,
    answers: z.object({ items: z.array(scheduleSchema) }),
    handle: async (context) => ({ items: [...(await listSchedules(world(context)))] }),
  }),
  route({
    method: 'POST',
    path: '/schedules',
    tag,
    summary: 'Import a folder, an address or a database query every hour, day or week',
    policy: administrator,
    secret: true,
    body: newScheduleSchema,
    status: 201,
    answers: scheduleSchema,
    handle: (context, { body }) => createSchedule(world(context), body, context.author),
  }),
  route({
    method: 'POST',
    path: '/schedules/try',
    tag,
    summary: 'Ask a folder, an address or a database once, before it is saved: what would be read, or why it can not be',
    policy: administrator,
    secret: true,
    body: z.object({
      from: scheduleFromSchema,
      schedule: z.string().exactOptional().meta({ description: 'The schedule whose password an address shown with stars has' }),
    }),
    answers: triedScheduleSchema,
    handle: async (context, { body }) => {
      const { sentence, names } = await trySchedule(world(context), body.from, body.schedule);
      return { sentence, names: [...names] };
    },
  }),
  route({
    method: 'PATCH',
    path: '/schedules/:id',
    tag,
    summary: 'Change, pause or go on; an address sent as it was answered keeps its password',
    policy: administrator,
    secret: true,
    params: id,
    body: scheduleChangeSchema,
    answers: scheduleSchema,
    handle: (context, { params, body }) => changeSchedule(world(context), params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/schedules/:id',
    tag,
    summary: 'Forget a schedule; what it imported stays',
    policy: administrator,
    params: id,
    answers: z.object({ removed: z.string() }),
    handle: async (context, { params }) => {
      await deleteSchedule(world(context), params.id);
      return { removed: params.id };
    },
  }),
  route({
    method: 'POST',
    path: '/schedules/:id/run',
    tag,
    summary: 'Run it now, as a job; one that is running already is answered with that job',
    policy: administrator,
    params: id,
    body: z.object({}),
    status: 202,
    answers: jobSchema,
    handle: async (context, { params }) => {
      const found = (await listSchedules(world(context))).find((schedule) => schedule.id === params.id);
      if (found === undefined) throw new ClienteleError('schedule.unknown', { id: params.id });
      return startSchedule(context, found, context.principal.kind === 'anonymous' ? null : context.principal.person);
    },
  }),
];
