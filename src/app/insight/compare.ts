import { type CompareAnswer, compareRequest, type CompareRequest } from '../../contract/schemas.ts';
import { compareSegments } from '../../insight/index.ts';
import { namesMoment } from '../as-of.ts';
import { vocabularyOf } from '../vocabulary.ts';
import type { App } from '../open.ts';
import { wordsIn } from '../predict/words-in.ts';
import { insightAt } from './context.ts';
import { peopleOf } from './people-of.ts';

/** What sets one segment apart from another or from everybody else. Throws `segment.unknown`, `segment.syntax`. */
export async function compare(app: App, request: CompareRequest): Promise<CompareAnswer> {
  const { as_of, a, b, limit } = compareRequest.parse(request);
  const context = await insightAt(app, as_of);
  const explicit = namesMoment(app, as_of);
  const one = await peopleOf(app, a, context.at, explicit);
  const other = b === undefined ? undefined : await peopleOf(app, b, context.at, explicit);
  const vocabulary = await vocabularyOf(app);
  const leftOut = new Set<string>();
  for (const { expression } of other === undefined ? [one] : [one, other])
    for (const name of await wordsIn(app, expression, vocabulary, 'without')) leftOut.add(name);
  return compareSegments(context, vocabulary, { a: one, b: other, limit, leftOut });
}
