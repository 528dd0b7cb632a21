import { basename } from 'node:path';
import { identifiersAsKept } from '../ingest/index.ts';
import { applySegments, type ApplyReport, exportSegments } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { definitionContext } from './definition-context.ts';
import { keptFeaturesServe } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { evaluateAll } from './refresh.ts';
import { readTextFile } from './read-text-file.ts';
import { writeTextFile } from './write-text-file.ts';

/** All definitions as one YAML text, written to a file where one is named. */
export async function exportAllSegments(app: App, file?: string): Promise<string> {
  const text = await exportSegments(app.control);
  if (file !== undefined) await writeTextFile(file, text);
  return text;
}

type ApplyRequest = { readonly dryRun: boolean; readonly prune: boolean; readonly author: string | undefined; readonly asOf: string | undefined };

export const applySegmentFile = async (app: App, file: string, request: ApplyRequest): Promise<ApplyReport> =>
  applySegmentText(app, await readTextFile(file), basename(file), request);

/** Makes the definitions what a YAML text says, all or nothing, and evaluates them. `file` is what errors call it. */
export async function applySegmentText(app: App, text: string, file: string, request: ApplyRequest): Promise<ApplyReport> {
  const asOf = await resolveAsOf(app, request.asOf);
  await ensureRefreshed(app, asOf);
  const applied = await applySegments(app.control, text, {
    ...(await definitionContext(app, request.author)),
    file,
    dryRun: request.dryRun,
    prune: request.prune,
    identify: (listed) => identifiersAsKept(app.warehouse, listed, app.workspace.country),
  });
  if (!request.dryRun && (await keptFeaturesServe(app, asOf))) await evaluateAll(app, asOf);
  return applied;
}
