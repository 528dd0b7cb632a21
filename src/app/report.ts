import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ClienteleError } from '../core/index.ts';
import { resolveAsOf } from './as-of.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { qualityLines } from './quality.ts';
import { measurable } from './scorecard.ts';
import { writeTextFile } from './write-text-file.ts';

/** Writes the report as one HTML file. */
export async function writeReport(app: App, file: string, asOfText: string | undefined): Promise<{ readonly file: string; readonly bytes: number }> {
  const html = await reportHtml(app, asOfText);
  await writeTextFile(file, html);
  return { file, bytes: Buffer.byteLength(html) };
}

/** The same for a server: kept under this name until it is closed or the next one is made. */
export async function makeReport(app: App, id: string, asOfText: string | undefined): Promise<{ readonly bytes: number }> {
  const html = await reportHtml(app, asOfText);
  const folder = app.folder.temporary;
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (name.startsWith(prefix)) await rm(join(folder, name), { force: true });
  await writeTextFile(fileOf(app, id), html);
  return { bytes: Buffer.byteLength(html) };
}

/** @throws file.missing when there is none of this name (any more) */
export async function readReport(app: Pick<App, 'folder'>, id: string): Promise<string> {
  const file = fileOf(app, id);
  if (!existsSync(file)) throw new ClienteleError('file.missing', { file: 'The report' });
  return readFile(file, 'utf8');
}

async function reportHtml(app: App, asOfText: string | undefined): Promise<string> {
  const { collectReport, renderReport } = await import('../insight/index.ts');
  const asOf = await resolveAsOf(app, asOfText);
  const segments = await measurable(app, asOf);
  const moment = await momentFor(app, asOf);
  const data = await collectReport(app.warehouse, {
    workspace: app.workspace,
    moment: asOf.explicit ? asOf.at : moment.now,
    featuresTable: moment.featuresTable,
    vocabulary: moment.vocabulary,
    segments,
    quality: await qualityLines(app, asOf),
  });
  return renderReport(data);
}

const prefix = 'report-';

/** Ids are the server's own; whatever else a request names is never part of a path. */
const fileOf = ({ folder }: Pick<App, 'folder'>, id: string): string => join(folder.temporary, `${prefix}${id.replaceAll(/[^\w-]/g, '')}.html`);
