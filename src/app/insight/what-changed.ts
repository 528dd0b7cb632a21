import type { ImportReport } from '../../contract/index.ts';
import { type WhatChangedAnswer, whatChangedRequest, type WhatChangedRequest } from '../../contract/schemas.ts';
import { inTime } from '../../control/index.ts';
import { formatInstant, instant, type Instant, week } from '../../core/index.ts';
import { changesSentence, segmentChanges } from '../../insight/index.ts';
import { listSegments } from '../../segments/index.ts';
import { readMoment } from '../as-of.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';
import { rewrittenSince } from './rewritten.ts';

/** What moved since an instant or a local date (a week before the moment, where none is named): segments by the log of memberships, and imports. */
export async function whatChanged(app: App, request: WhatChangedRequest): Promise<WhatChangedAnswer> {
  const wanted = whatChangedRequest.parse(request);
  const context = await insightAt(app, wanted.as_of);
  const since = wanted.since === undefined ? instant(context.at - week) : readMoment(wanted.since, app.workspace.zone);
  const names = new Map((await listSegments(app.control)).map(({ slug, name }) => [slug, name]));
  const imports = await importsSince(app, since);
  const firstEver = !(await hasImportsBefore(app, since));
  const segments = firstEver && imports.length > 0 ? [] : await segmentChanges(context, since, names);
  return {
    as_of: context.asOf,
    sentence: changesSentence(context, { segments, imports }, since, firstEver),
    how: 'Entries and exits as each evaluation logged them; sizes and value against the last evaluation before. Imports by the clock time of their run.',
    since: formatInstant(since),
    segments,
    rewritten: firstEver ? [] : await rewrittenSince(app, since),
    imports,
  };
}

async function hasImportsBefore(app: App, since: Instant): Promise<boolean> {
  const before = await app.control.selectFrom('imports').select('id').where(inTime('started_at'), '<=', since).where('status', '=', 'done').limit(1).execute();
  return before.length > 0;
}

/** Those that stand: not failed, not undone, newest first. */
async function importsSince(app: App, since: Instant): Promise<WhatChangedAnswer['imports']> {
  const rows = await app.control
    .selectFrom('imports')
    .select(['id', 'started_at', 'file', 'kind', 'status', 'report'])
    .where(inTime('started_at'), '>', since)
    .where('status', '=', 'done')
    .orderBy('batch', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ id, started_at, file, kind, report }) => {
    const { rows: read = 0, accepted = 0, rejected = 0 } = JSON.parse(report) as Partial<ImportReport>;
    return { id, at: started_at, file, kind, rows: read, accepted, rejected };
  });
}
