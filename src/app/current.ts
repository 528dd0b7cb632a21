import { type Instant, minute } from '../core/index.ts';
import { evaluateSegments, type Evaluation, membersOf, type Revenue, revenueUpTo, storedSegments } from '../segments/index.ts';
import { sql } from '../sql/index.ts';
import { counter } from '../warehouse/index.ts';
import type { AsOf } from './as-of.ts';
import { keptFeaturesServe, momentFor } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { evaluateAll, refreshAt } from './refresh.ts';
import { type SegmentInputs, segmentInputs } from './segment-inputs.ts';

/** A segment's people at a moment; `members` is null for one that could never be computed. */
export type Current = { readonly slug: string; readonly members: Uint32Array | null; readonly status: 'ok' | 'failed'; readonly reason: string | null };

export type CurrentSegments = { readonly asOf: Instant; readonly segments: ReadonlyMap<string, Current>; readonly revenue: Revenue; readonly profiles: number };

/**
 * Every segment's people. Without a named moment that is what was stored last, evaluated anew first where facts,
 * definitions or time have moved on. A named moment is evaluated for itself and stored nowhere.
 */
export async function currentSegments(app: App, asOf: AsOf, only?: readonly string[]): Promise<CurrentSegments> {
  await ensureRefreshed(app, asOf);
  const inputs = await segmentInputs(app);
  const stored = await storedServe(app, inputs, asOf);
  if (!asOf.explicit && !stored && app.still !== true) {
    if (await keptFeaturesServe(app, asOf)) await evaluateAll(app, asOf);
    else await refreshAt(app, asOf);
  }
  const people = await app.warehouse.row<{ count: number }>(sql`select count(*) as count from profiles`);
  const at = asOf.explicit ? asOf.at : ((await counter(app.warehouse, 'refreshed_as_of')) as Instant);
  const segments = stored || !asOf.explicit ? await fromStore(app, only) : await evaluatedNow(app, asOf, inputs, only);
  return { asOf: at, segments, revenue: await revenueUpTo(app.warehouse, at), profiles: people?.count ?? 0 };
}

/** Where no moment is named, members of the last minute will do; older ones are evaluated again, since time alone moves people, unless live data is at work, which sees to that. */
const membersStayFresh = minute;

/** What was stored is right when it is of this moment, of these facts and of these definitions. */
async function storedServe(app: App, { versions, listsVersions }: SegmentInputs, asOf: AsOf): Promise<boolean> {
  const facts = await counter(app.warehouse, 'facts_version');
  if (facts !== (await counter(app.warehouse, 'refreshed_version')) || !(await keptFeaturesServe(app, asOf))) return false;
  const stored = await storedSegments(app.warehouse);
  const bySlug = new Map(stored.map((segment) => [segment.slug, segment]));
  return [...versions].every(([slug, version]) => {
    const segment = bySlug.get(slug);
    if (segment === undefined || segment.version !== version || segment.lists_version !== (listsVersions.get(slug) ?? 0)) return false;
    if (asOf.explicit) return segment.as_of === asOf.at;
    return app.keptUp === true || asOf.at - segment.as_of < membersStayFresh;
  });
}

async function fromStore(app: App, only: readonly string[] | undefined): Promise<ReadonlyMap<string, Current>> {
  const found = new Map<string, Current>();
  for (const { slug, status, reason } of await storedSegments(app.warehouse)) {
    if (only !== undefined && !only.includes(slug)) continue;
    found.set(slug, { slug, status, reason, members: (await membersOf(app.warehouse, slug)) ?? null });
  }
  return found;
}

async function evaluatedNow(app: App, asOf: AsOf, { inputs }: SegmentInputs, only: readonly string[] | undefined): Promise<ReadonlyMap<string, Current>> {
  const wanted = only === undefined ? inputs : inputs.filter(({ slug }) => only.includes(slug));
  const lists = new Map(inputs.map((input) => [input.slug, input]));
  const evaluations = await evaluateSegments(app.warehouse, wanted, await momentFor(app, asOf), lists);
  return new Map(evaluations.map((evaluation) => [evaluation.slug, currentOf(evaluation)]));
}

const currentOf = (evaluation: Evaluation): Current =>
  evaluation.status === 'ok'
    ? { slug: evaluation.slug, status: 'ok', reason: null, members: evaluation.members() }
    : { slug: evaluation.slug, status: 'failed', reason: evaluation.reason, members: null };
