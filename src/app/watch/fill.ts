import { fillSizes } from '../../segments/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { momentFor } from '../moment.ts';
import type { App } from '../open.ts';
import { segmentInputs } from '../segment-inputs.ts';
import { vocabularyOf } from '../vocabulary.ts';
import type { WatchedShop } from './series.ts';

/** Weeks back that are worked out for a segment that runs have not recorded yet: enough to judge the newest by. */
const weeksBack = 20;
/** Each week costs the features of everybody as of then; larger shops wait until runs have recorded enough. */
const mostProfiles = 200_000;

/** Sizes of whole weeks that no run recorded for a definition as it is now, kept so that it is done once. At most so many weeks; returns how many were worked out. */
export async function fillSegmentWeeks(app: App, weeks: WatchedShop['weeks'], most = weeksBack): Promise<number> {
  const { warehouse } = app;
  const people = await warehouse.row<{ count: number }>(sql`select count(*)::INTEGER as count from profiles`);
  if ((people?.count ?? 0) > mostProfiles) return 0;
  const { inputs, versions } = await segmentInputs(app);
  const vocabulary = await vocabularyOf(app);
  let filled = 0;
  for (const week of weeks.slice(-weeksBack)) {
    const there = await warehouse.rows<{ segment: string; version: number }>(
      sql`select distinct segment, version from segment_sizes where "at" > ${timestamp(week.start)} and "at" <= ${timestamp(week.end)}`,
    );
    const known = new Set(there.map(({ segment, version }) => `${segment} ${version}`));
    const missing = inputs.filter(({ slug }) => !known.has(`${slug} ${versions.get(slug) ?? 1}`));
    if (missing.length === 0) continue;
    if (filled >= most) break;
    app.effects.progress({ label: 'sizes of earlier weeks', done: filled, total: weeksBack });
    await fillSizes(warehouse, missing, await momentFor(app, { at: week.end, explicit: true }, undefined, vocabulary), week.end, versions);
    filled += 1;
  }
  return filled;
}
