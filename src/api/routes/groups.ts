import { z } from 'zod';
import { groupOffers, naturalGroups, renameGroup, segmentOfGroup } from '../../app/index.ts';
import { createdSegmentSchema, groupOffersSchema, groupsAnswerSchema, groupSegmentRequest, naturalGroupSchema } from '../../contract/schemas.ts';
import { route, type Route } from '../route.ts';
import { editor, reader } from './common.ts';

const tag = 'groups';
const number = z.object({ number: z.coerce.number().int() });

/** Natural groups. They are trained and approved as the model `groups`. */
export const groupRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/groups',
    tag,
    summary: 'The grouping that acts (else the newest): evidence for the number, each group with what sets it apart and its rule, maps',
    policy: reader,
    query: z.object({ version: z.coerce.number().int().positive().optional() }),
    answers: groupsAnswerSchema,
    handle: ({ read }, { query }) => read((app) => naturalGroups(app, query.version)),
  }),
  route({
    method: 'GET',
    path: '/groups/offers',
    tag,
    summary: 'What to offer to each natural group and to say to it, and what that follows from',
    policy: reader,
    answers: groupOffersSchema,
    handle: ({ desk }) => desk.readKept('group-offers', (app) => groupOffers(app)),
  }),
  route({
    method: 'PATCH',
    path: '/groups/:number',
    tag,
    summary: 'Give a group a name of your own; an empty one brings the made name back',
    policy: editor,
    params: number,
    body: z.object({ name: z.string().trim().max(100) }),
    answers: naturalGroupSchema,
    handle: ({ write }, { params, body }) => write((app) => renameGroup(app, params.number, body.name)),
  }),
  route({
    method: 'POST',
    path: '/groups/:number/segment',
    tag,
    summary: 'Make a live segment of a group, by its rule or by the model',
    policy: editor,
    params: number,
    body: groupSegmentRequest,
    status: 201,
    answers: createdSegmentSchema,
    handle: ({ write, author }, { params, body }) => write((app) => segmentOfGroup(app, params.number, { ...body, author })),
  }),
];
