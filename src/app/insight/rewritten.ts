import { inTime } from '../../control/index.ts';
import type { Instant } from '../../core/index.ts';
import { describe, parse } from '../../language/index.ts';
import type { WhatChangedAnswer } from '../../contract/schemas.ts';
import { author as library } from '../library.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';

const most = 20;

/** Segments that ask for something else than they did at an instant of the clock, newest change first: whoever came or left may have stayed as they were. */
export async function rewrittenSince(app: App, since: Instant): Promise<WhatChangedAnswer['rewritten']> {
  const rows = await app.control
    .selectFrom('segments')
    .innerJoin('segment_versions', 'segment_versions.segment', 'segments.id')
    .select(['slug', 'name', 'segments.version as current', 'segment_versions.version', 'text', 'author', 'at', inTime('at').as('then')])
    .where('deleted_at', 'is', null)
    .where(inTime('updated_at'), '>', since)
    .orderBy('segment_versions.version')
    .execute();
  const versions = Map.groupBy(rows, ({ slug }) => slug);
  const changed = [...versions.values()].flatMap((all) => {
    const now = all.find(({ version, current }) => version === current);
    const earlier = all.findLast(({ then }) => then <= since);
    return now === undefined || earlier === undefined || earlier.text === now.text ? [] : [{ now, earlier }];
  });
  if (changed.length === 0) return [];
  const vocabulary = await vocabularyOf(app);
  const said = (text: string): string => {
    const parsed = parse(text);
    return parsed.ok ? describe(parsed.value.tree, vocabulary) : text;
  };
  return changed
    .toSorted((a, b) => b.now.then - a.now.then)
    .slice(0, most)
    .map(({ now, earlier }) => ({
      slug: now.slug,
      name: now.name,
      at: now.at,
      by_itself: now.author === library,
      before: said(earlier.text),
      after: said(now.text),
    }));
}
