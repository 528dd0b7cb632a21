import { z } from 'zod';
import { changeWorkspace, workspaceState } from '../../app/index.ts';
import type { Context } from '../context.ts';
import { route, type Route } from '../route.ts';
import { administrator, reader } from './common.ts';

export const workspaceSchema = z
  .object({
    name: z.string(),
    currency: z.string(),
    zone: z.string(),
    country: z.string().nullable(),
    week_start: z.int().min(1).max(7),
    refunded_orders: z.enum(['count', 'ignore']),
    present: z.enum(['now', 'latest']),
    /** Moment that every figure is of; null before the first refresh. */
    as_of: z.string().nullable(),
    refreshed: z.boolean().meta({ description: 'False while newer facts wait for a refresh' }),
    empty: z.boolean().meta({ description: 'Nothing has been imported yet' }),
    ends_long_ago: z.string().nullable().meta({ description: 'The newest fact, where it lies so far back that seen from now nearly everyone has gone' }),
    version: z.string(),
  })
  .readonly()
  .meta({ id: 'Workspace' });

export async function workspaceOf({ desk, version }: Pick<Context, 'desk' | 'version'>): Promise<z.infer<typeof workspaceSchema>> {
  return desk.readKept('workspace', async (app) => {
    const { name, currency, zone, country, weekStart, refundedOrders, present } = app.workspace;
    const settings = { name, currency, zone, country: country ?? null, week_start: weekStart, refunded_orders: refundedOrders, present };
    return { ...settings, ...(await workspaceState(app)), version };
  });
}

export const workspaceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/workspace',
    tag: 'workspace',
    summary: 'The business: name, currency, time zone, and how fresh its figures are',
    policy: reader,
    answers: workspaceSchema,
    handle: (context) => workspaceOf(context),
  }),
  route({
    method: 'PATCH',
    path: '/workspace',
    tag: 'workspace',
    summary: 'Change the business’s settings',
    policy: administrator,
    body: z.object({
      name: z.string().trim().min(1).max(200).exactOptional(),
      currency: z.string().exactOptional(),
      timezone: z.string().exactOptional(),
      country: z.string().exactOptional(),
      weekStart: z.string().exactOptional(),
      refundedOrders: z.string().exactOptional(),
      present: z.string().exactOptional(),
    }),
    answers: workspaceSchema,
    handle: async (context, { body }) => {
      await context.write((app) => changeWorkspace(app, body));
      await context.jobs.submit({ kind: 'refresh', title: 'Bring figures up to date', request: {}, person: null });
      return workspaceOf(context);
    },
  }),
];
