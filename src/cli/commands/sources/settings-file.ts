import { readFile } from 'node:fs/promises';
import type { LiveSourceSettings } from '../../../contract/index.ts';
import { ClienteleError } from '../../../core/index.ts';

/** The settings of a source from a JSON file. @throws file.unreadable */
export async function readSettings(file: string): Promise<LiveSourceSettings> {
  const { liveSourceSettingsSchema } = await import('../../../contract/schemas.ts');
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
  const parsed = liveSourceSettingsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ClienteleError('file.unreadable', {
    file,
    detail: parsed.error.issues[0]?.message ?? 'not valid',
    hint: 'See docs/collect.md for what the settings are.',
  });
}
