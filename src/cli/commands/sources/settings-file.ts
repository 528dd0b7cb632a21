import { readFile } from 'node:fs/promises';
import type { LiveSourceSettings } from '../../../contract/index.ts';
import { ClienteleError, didYouMean, nearest } from '../../../core/index.ts';

/** The settings of a source from a JSON file. @throws file.unreadable */
export async function readSettings(file: string): Promise<LiveSourceSettings> {
  const { liveSourceSettingsSchema, unknownFields } = await import('../../../contract/schemas.ts');
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new ClienteleError(
      'file.unreadable',
      { file, detail: error instanceof Error ? error.message : String(error), hint: 'Write the settings as one JSON object.' },
      {},
      error,
    );
  }
  const hint = 'See docs/collect.md for what the settings are.';
  const parsed = liveSourceSettingsSchema.safeParse(value);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const detail = first === undefined ? 'not valid' : `${first.path.map(String).join('.')}: ${first.message}`;
    throw new ClienteleError('file.unreadable', { file, detail, hint });
  }
  const [unknown] = unknownFields(liveSourceSettingsSchema, value);
  if (unknown === undefined) return parsed.data;
  const near = didYouMean(nearest(unknown.name, unknown.known), `There are ${unknown.known.join(', ')}.`);
  throw new ClienteleError('file.unreadable', { file, detail: `there is no setting "${unknown.path}". ${near}`, hint });
}
