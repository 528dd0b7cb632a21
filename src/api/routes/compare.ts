import { z } from 'zod';
import {
  compare,
  forgetLookalikes,
  journeys,
  keepLookalikes,
  keptLookalikes,
  lookalikes,
  satisfaction,
  uplift,
  forgetUplift,
  keepUplift,
  keptUplifts,
} from '../../app/index.ts';
import * as shape from '../../contract/schemas.ts';
import { route, type Route } from '../route.ts';
import { editor, reader } from './common.ts';

const tag = 'insights';

/** What sets groups apart, who is like them, and whom a treatment changes. */
export const compareRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/insights/compare',
    tag,
    summary: 'What sets a segment apart from another or from everybody else, corrected for all that was compared',
    policy: reader,
    body: shape.compareRequest,
    answers: shape.compareAnswer,
    handle: ({ desk }, { body }) => desk.readKept(`compare ${JSON.stringify(body)}`, (app) => compare(app, body)),
  }),
  route({
    method: 'POST',
    path: '/insights/journeys',
    tag,
    summary: 'Funnels of segments side by side, where each loses more than others, and touch points on the way',
    policy: reader,
    body: shape.journeysRequest,
    answers: shape.journeysAnswer,
    handle: ({ desk }, { body }) => desk.readKept(`journeys ${JSON.stringify(body)}`, (app) => journeys(app, body)),
  }),
  route({
    method: 'POST',
    path: '/insights/satisfaction',
    tag,
    summary: 'Net promoter score or satisfaction, by period and segment, with intervals',
    policy: reader,
    body: shape.satisfactionRequest,
    answers: shape.satisfactionAnswer,
    handle: ({ desk }, { body }) => desk.readKept(`satisfaction ${JSON.stringify(body)}`, (app) => satisfaction(app, body)),
  }),
  route({
    method: 'POST',
    path: '/insights/lookalikes',
    tag,
    summary: 'Who is like the members of a segment: how well it can be told, what tells it, how many there are',
    policy: reader,
    body: shape.lookalikeRequest,
    answers: shape.lookalikeAnswer,
    handle: ({ desk }, { body }) => desk.readKept(`lookalikes ${JSON.stringify(body)}`, (app) => lookalikes(app, body)),
  }),
  route({
    method: 'GET',
    path: '/lookalikes',
    tag,
    summary: 'Look-alikes that are kept as traits',
    policy: reader,
    answers: z.object({ items: z.array(shape.keptLookalikeSchema).readonly() }),
    handle: async ({ desk }) => ({ items: await keptLookalikes(desk.app) }),
  }),
  route({
    method: 'POST',
    path: '/lookalikes',
    tag,
    summary: 'Keep the look-alikes of a segment as a trait, `predicted.like_…`, that segments can use',
    policy: editor,
    body: shape.lookalikeRequest,
    status: 201,
    answers: shape.lookalikeAnswer,
    handle: ({ desk, author }, { body }) => desk.write((app) => keepLookalikes(app, body, author)),
  }),
  route({
    method: 'DELETE',
    path: '/lookalikes/:slug',
    tag,
    summary: 'Keep them no longer: the trait goes',
    policy: editor,
    params: z.object({ slug: z.string() }),
    answers: z.object({ removed: z.string() }),
    handle: async ({ desk }, { params }) => {
      await desk.write((app) => forgetLookalikes(app, params.slug));
      return { removed: params.slug };
    },
  }),
  route({
    method: 'POST',
    path: '/insights/uplift',
    tag,
    summary: 'Whom a treatment that chance gave out has changed, with honest Qini curves',
    policy: reader,
    body: shape.upliftRequest,
    answers: shape.upliftAnswer,
    handle: ({ desk }, { body }) => desk.readKept(`uplift ${JSON.stringify(body)}`, (app) => uplift(app, body)),
  }),
  route({
    method: 'GET',
    path: '/uplifts',
    tag,
    summary: 'Uplifts that are kept as traits, and whom to treat by each',
    policy: reader,
    answers: z.object({ items: z.array(shape.keptUpliftSchema).readonly() }),
    handle: async ({ desk }) => ({ items: await keptUplifts(desk.app) }),
  }),
  route({
    method: 'POST',
    path: '/uplifts',
    tag,
    summary: 'Keep what a treatment changes for each customer as a trait, `predicted.uplift_…`, that segments can use',
    policy: editor,
    body: shape.keepUpliftRequest,
    status: 201,
    answers: shape.keptUpliftSchema,
    handle: ({ desk, author }, { body }) => desk.write((app) => keepUplift(app, body, author)),
  }),
  route({
    method: 'DELETE',
    path: '/uplifts/:slug',
    tag,
    summary: 'Keep it no longer: the trait goes',
    policy: editor,
    params: z.object({ slug: z.string() }),
    answers: z.object({ removed: z.string() }),
    handle: async ({ desk }, { params }) => {
      await desk.write((app) => forgetUplift(app, params.slug));
      return { removed: params.slug };
    },
  }),
];
