import type { z } from 'zod';
import {
  type App,
  type Desk,
  categoryTable,
  cohortAnalysis,
  cohorts,
  crossTabulation,
  forecast,
  funnel,
  homeFigures,
  lifecycleFlow,
  migration,
  nextSteps,
  paths,
  productAffinity,
  purchaseGaps,
  rfmMap,
  valueConcentration,
  whatChanged,
  whenTheyBuy,
  whereTheyBuy,
} from '../../app/index.ts';
import * as shape from '../../contract/schemas.ts';
import type { Context } from '../context.ts';
import { maskCrossing } from '../masked-crossing.ts';
import { route, type Route } from '../route.ts';
import { reader } from './common.ts';

const tag = 'insights';

/** What the business looks like: Home's figures and every panel of Insights. Answers are kept until something is written. */
export const insightRoutes: readonly Route[] = [
  asked(
    '/home/figures',
    'Customers, revenue, orders, repeat rate and average order value of a period, beside another',
    shape.homeFiguresRequest,
    shape.homeFiguresAnswer,
    homeFigures,
  ),
  asked('/home/lifecycle-flow', 'Who moved from which stage to which in a period', shape.rangeRequest, shape.lifecycleFlowAnswer, lifecycleFlow),
  asked('/home/value-concentration', 'How much of the revenue few customers bring', shape.momentRequest, shape.valueConcentrationAnswer, valueConcentration),
  asked('/home/what-changed', 'Segments and imports since a moment', shape.whatChangedRequest, shape.whatChangedAnswer, whatChanged),
  asked('/home/next-steps', 'What to do next, by money and goal', shape.nextStepsRequest, shape.nextStepsAnswer, nextSteps),
  asked('/insights/rfm', 'Recency against frequency or spending, cell by cell', shape.rfmMapRequest, shape.rfmMapAnswer, rfmMap),
  asked('/insights/cohorts', 'Retention, revenue or orders of customers by when they began', shape.cohortsRequest, shape.cohortsAnswer, cohorts),
  asked(
    '/insights/forecast',
    'The weeks to come of revenue, orders, customers or a segment’s size, with intervals',
    shape.forecastRequest,
    shape.forecastAnswer,
    forecast,
  ),
  asked('/insights/affinity', 'What is bought together', shape.productAffinityRequest, shape.productAffinityAnswer, productAffinity),
  asked('/insights/categories', 'What sold, by category or product', shape.categoryTableRequest, shape.categoryTableAnswer, categoryTable),
  asked('/insights/purchase-gaps', 'Days between orders', shape.momentRequest, shape.purchaseGapsAnswer, purchaseGaps),
  asked('/insights/when', 'Weekday and hour of orders on the workspace’s clock', shape.momentRequest, shape.whenTheyBuyAnswer, whenTheyBuy),
  asked('/insights/where', 'Countries, regions and towns', shape.whereTheyBuyRequest, shape.whereTheyBuyAnswer, whereTheyBuy),
  asked('/insights/paths', 'The most frequent ways through a visit', shape.pathsRequest, shape.pathsAnswer, paths),
  asked(
    '/insights/migration',
    'Who went from which stage, RFM group, value tier or natural group to which, between two days or by month',
    shape.migrationRequest,
    shape.migrationAnswer,
    migration,
  ),
  posed(
    '/insights/cohort-analysis',
    'Cohorts by any start and any measure, with intervals, and customer equity over time',
    shape.cohortAnalysisRequest,
    shape.cohortAnalysisAnswer,
    cohortAnalysis,
  ),
  posed('/insights/funnel', 'How many get through events in order', shape.funnelRequest, shape.funnelAnswer, funnel),
  route({
    method: 'POST',
    path: '/insights/cross-tabulation',
    tag,
    summary: 'Customers by any two features or traits',
    policy: reader,
    body: shape.crossTabulationRequest,
    answers: shape.crossTabulationAnswer,
    handle: async (context, { body }) => {
      const table = await kept<typeof shape.crossTabulationRequest, typeof shape.crossTabulationAnswer>(
        context,
        '/insights/cross-tabulation',
        body,
        crossTabulation,
      );
      return context.personalData ? table : maskCrossing(table);
    },
  }),
];

/** Answers that definitions, models or runs may change while the facts stay. */
const definedBy = new Set(['/home/what-changed', '/insights/forecast', '/insights/migration', '/insights/cohort-analysis']);

type Question<Q extends z.ZodType, A extends z.ZodType> = (app: App, request: z.input<Q>) => Promise<z.output<A>>;

/** A question that fits into an address. */
function asked<Q extends z.ZodType, A extends z.ZodType>(path: `/${string}`, summary: string, query: Q, answers: A, use: Question<Q, A>): Route {
  return route({ method: 'GET', path, tag, summary, policy: reader, query, answers, handle: (context, input) => kept(context, path, input.query, use) });
}

/** A question with lists or parts in it. It changes nothing either. */
function posed<Q extends z.ZodType, A extends z.ZodType>(path: `/${string}`, summary: string, body: Q, answers: A, use: Question<Q, A>): Route {
  return route({ method: 'POST', path, tag, summary, policy: reader, body, answers, handle: (context, input) => kept(context, path, input.body, use) });
}

function kept<Q extends z.ZodType, A extends z.ZodType>(
  { desk }: Pick<Context, 'desk'>,
  path: string,
  request: z.output<Q>,
  use: Question<Q, A>,
): Promise<z.output<A>> {
  return desk.readKept(`${path} ${JSON.stringify(request)}`, (app) => use(app, request as z.input<Q>), definedBy.has(path) ? 'anything' : 'facts');
}

/** The answer to a question of this table without anybody having asked, so that it is there when somebody does. */
export async function insightAnswer(desk: Desk, path: string, query: Readonly<Record<string, string>>): Promise<unknown> {
  const found = insightRoutes.find((each) => each.path === path);
  if (found?.kind !== 'answer') return undefined;
  // These handlers look at nothing of a request but the desk.
  return found.handle({ desk } as Context, { params: undefined, query: found.query?.parse(query), body: undefined });
}
