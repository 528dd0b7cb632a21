import { basename } from 'node:path';
import { applySegments, exportSegments } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { definitionContext } from './definition-context.ts';
import { keptFeaturesServe } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed, evaluateAll } from './refresh.ts';
import { readTextFile } from './read-text-file.ts';
import { writeTextFile } from './write-text-file.ts';

/** All definitions as one YAML text, written to a file where one is named. */
export async function exportAllSegments(app: App, file?: string): Promise<string> {
  const text = await exportSegments(app.control);
  if (file !== undefined) await writeTextFile(file, text);
  return text;
}

/** Makes the definitions what a YAML file says, all or nothing, and evaluates them. */
export async function applySegmentFile(
  app: App,
  file: string,
  request: { readonly dryRun: boolean; readonly prune: boolean; readonly author: string | undefined; readonly asOf: string | undefined },
) {
  const text = await readTextFile(file);
  const asOf = await resolveAsOf(app, request.asOf);
  await ensureRefreshed(app, asOf);
  const applied = await applySegments(app.control, text, {
    ...(await definitionContext(app, request.author)),
    file: basename(file),
    dryRun: request.dryRun,
    prune: request.prune,
  });
  if (!request.dryRun && (await keptFeaturesServe(app, asOf))) await evaluateAll(app, asOf);
  return applied;
}
