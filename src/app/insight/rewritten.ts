import { inTime } from '../../control/index.ts';
import { type Instant, parseInstant } from '../../core/index.ts';
import { describe, parse } from '../../language/index.ts';
import type { WhatChangedAnswer } from '../../contract/schemas.ts';
import { listSegments } from '../../segments/index.ts';
import { author as library } from '../library.ts';
import { lifecycleStages } from '../settings.ts';
import { stagesBefore } from '../stage-changes.ts';
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
  const stages = await stagesRewritten(app, since);
  if (changed.length === 0 && stages.length === 0) return [];
  const vocabulary = await vocabularyOf(app);
  const said = (text: string): string => {
    const parsed = parse(text);
    return parsed.ok ? describe(parsed.value.tree, vocabulary) : text;
  };
  const own = changed.map(({ now, earlier }) => ({
    slug: now.slug,
    name: now.name,
    at: now.at,
    by_itself: now.author === library,
    before: said(earlier.text),
    after: said(now.text),
  }));
  return [...own, ...stages.map((stage) => ({ ...stage, before: said(stage.before), after: said(stage.after) }))]
    .toSorted((a, b) => (parseInstant(b.at) ?? since) - (parseInstant(a.at) ?? since))
    .slice(0, most);
}

/** Segments of a stage whose limits somebody changed: their own text (`lifecycle = "at risk"`) stays as it was. */
async function stagesRewritten(app: App, since: Instant) {
  const change = await stagesBefore(app.control, since);
  if (change === undefined) return [];
  const earlier = new Map(change.before.map(({ name, expression }) => [name, expression]));
  const segments = await listSegments(app.control);
  return (await lifecycleStages(app.control)).flatMap(({ name, expression: after }) => {
    const before = earlier.get(name);
    const segment = segments.find(({ text }) => stageOf(text) === name);
    if (before === undefined || before === after || segment === undefined) return [];
    return [{ slug: segment.slug, name: segment.name, at: change.at, by_itself: false, before, after }];
  });
}

/** The stage that a definition asks for and nothing else; undefined for any other. */
function stageOf(text: string): unknown {
  const parsed = parse(text);
  if (!parsed.ok || parsed.value.tree.kind !== 'compare') return undefined;
  const { left, operator, values } = parsed.value.tree;
  return left.kind === 'attribute' && left.name === 'lifecycle' && operator === '=' && values.length === 1 ? values[0] : undefined;
}
