import { type PathsAnswer, pathsRequest, type PathsRequest } from '../../contract/schemas.ts';
import { paths as compute, readRange } from '../../insight/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** The most frequent ways through a visit, as a tree. Throws `date.invalid`. */
export async function paths(app: App, request: PathsRequest): Promise<PathsAnswer> {
  const { as_of, from, to, depth, limit } = pathsRequest.parse(request);
  const context = await insightAt(app, as_of);
  return compute(context, readRange(from, to, context.at, app.workspace.zone), depth, limit);
}
