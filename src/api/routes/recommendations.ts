import { z } from 'zod';
import {
  type App,
  changeOffers,
  customerRecommendations,
  type Desk,
  type LiveRecommender,
  liveRecommender,
  marketBasketRules,
  offeredProducts,
  productRecommendations,
  recommendationSettings,
  recommenderVersion,
  reordersDue,
} from '../../app/index.ts';
import * as shape from '../../contract/schemas.ts';
import { maskedSummaries } from '../masked-summary.ts';
import { route, type Route } from '../route.ts';
import { editor, reader } from './common.ts';
import { offsetOf } from './cursor.ts';

const tag = 'recommendations';
const anyId = z.string().min(1).max(320).meta({ description: 'Profile number, customer id, e-mail, phone or any other identifier' });

/** The recommender is made in seconds and kept until facts, or the version that acts, are others. */
async function withLive<T>(desk: Desk, work: (app: App, live: LiveRecommender) => Promise<T>): Promise<T> {
  const version = await desk.read(recommenderVersion);
  const live = await desk.readKept(`recommender ${version}`, (app) => liveRecommender(app), 'facts');
  return desk.read((app) => work(app, live));
}

/** What to offer to whom, and why. The recommender is trained and approved as the model `recommendations`. */
export const recommendationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/recommendations/customers/:id',
    tag,
    summary: 'Products for one customer with the reasons, and what they will soon need again',
    policy: reader,
    params: z.object({ id: anyId }),
    query: z.object({ count: z.coerce.number().int().min(1).max(50).default(5), only_new: z.stringbool().optional() }),
    answers: shape.customerRecommendationsSchema,
    handle: ({ desk }, { params, query }) =>
      withLive(desk, (app, live) => customerRecommendations(app, live, params.id, { count: query.count, onlyNew: query.only_new })),
  }),
  route({
    method: 'GET',
    path: '/recommendations/products',
    tag,
    summary: 'Products that can be recommended, the most bought first',
    policy: reader,
    query: z.object({ search: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(500).default(50), cursor: z.string().optional() }),
    answers: shape.productListSchema,
    handle: ({ desk }, { query }) =>
      withLive(desk, (app, live) => offeredProducts(app, live, { search: query.search, limit: query.limit, offset: offsetOf(query.cursor) })),
  }),
  route({
    method: 'GET',
    path: '/recommendations/products/:key',
    tag,
    summary: 'What goes with a product, and which customers would most likely take it',
    policy: reader,
    params: z.object({ key: z.string().min(1).max(300) }),
    query: z.object({ count: z.coerce.number().int().min(1).max(100).default(20) }),
    answers: shape.productRecommendationsSchema,
    handle: async ({ desk, personalData }, { params, query }) => {
      const found = await withLive(desk, (app, live) => productRecommendations(app, live, params.key, query.count));
      const people = maskedSummaries(
        found.customers.map(({ customer }) => customer),
        personalData,
      );
      return { ...found, customers: found.customers.map((own, place) => ({ ...own, customer: people[place] ?? own.customer })) };
    },
  }),
  route({
    method: 'GET',
    path: '/recommendations/rules',
    tag,
    summary: 'What is bought together: market-basket rules with support, confidence and lift',
    policy: reader,
    query: z.object({
      support: z.coerce.number().min(0.0001).max(1).default(0.005),
      confidence: z.coerce.number().min(0.01).max(1).default(0.2),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answers: shape.basketRulesSchema,
    handle: ({ desk }, { query }) => desk.readKept(`basket rules ${JSON.stringify(query)}`, (app) => marketBasketRules(app, query), 'facts'),
  }),
  route({
    method: 'GET',
    path: '/recommendations/reorders',
    tag,
    summary: 'Who will soon need what again, by their own rhythm',
    policy: reader,
    query: z.object({ days: z.coerce.number().int().min(1).max(365).default(14), limit: z.coerce.number().int().min(1).max(1000).default(100) }),
    answers: shape.dueReordersSchema,
    handle: async ({ desk, personalData }, { query }) => {
      const found = await withLive(desk, (app, live) => reordersDue(app, live, query.days, query.limit));
      const people = maskedSummaries(
        found.items.map(({ customer }) => customer),
        personalData,
      );
      return { ...found, items: found.items.map((own, place) => ({ ...own, customer: people[place] ?? own.customer })) };
    },
  }),
  route({
    method: 'GET',
    path: '/recommendations/settings',
    tag,
    summary: 'What is not offered, whether again, the share for discovery',
    policy: reader,
    answers: shape.recommendationSettingsSchema,
    handle: ({ desk }) => recommendationSettings(desk.app.control),
  }),
  route({
    method: 'PUT',
    path: '/recommendations/settings',
    tag,
    summary: 'Change them',
    policy: editor,
    body: shape.recommendationSettingsSchema,
    answers: shape.recommendationSettingsSchema,
    handle: async ({ define }, { body }) => {
      return define((app) => changeOffers(app, body));
    },
  }),
];
