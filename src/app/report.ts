import { resolveAsOf } from './as-of.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { qualityLines } from './quality.ts';
import { measurable } from './scorecard.ts';
import { writeTextFile } from './write-text-file.ts';

/** Writes the report as one HTML file. */
export async function writeReport(app: App, file: string, asOfText: string | undefined): Promise<{ readonly file: string; readonly bytes: number }> {
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
  const html = await renderReport(data);
  await writeTextFile(file, html);
  return { file, bytes: Buffer.byteLength(html) };
}
