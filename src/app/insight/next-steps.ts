import { type NextStepsAnswer, nextStepsRequest, type NextStepsRequest } from '../../contract/schemas.ts';
import { nextStepsFor } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** What to do next, ranked by money with the goal's own steps first. */
export async function nextSteps(app: App, request: NextStepsRequest): Promise<NextStepsAnswer> {
  const { as_of, goal } = nextStepsRequest.parse(request);
  return nextStepsFor(await insightAt(app, as_of), goal);
}
