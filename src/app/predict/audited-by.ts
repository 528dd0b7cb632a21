import type { ForesightSettings } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { didYouMean, nearest } from '../../language/index.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { foresightSettings, writeForesightSettings } from './settings.ts';

/** Changes when models learn, and what they are audited by. Throws `usage` for a trait that is newly named and that there is not: it would be audited by nothing, and go on being learned from under its right name. */
export async function changeForesight(app: App, settings: ForesightSettings): Promise<ForesightSettings> {
  const before = new Set((await foresightSettings(app.control)).fairness);
  const { attributes } = await vocabularyOf(app);
  const unknown = settings.fairness.find((name) => !before.has(name) && !attributes.has(name));
  if (unknown !== undefined) {
    const meant = didYouMean(nearest(unknown, attributes.keys()), '`clientele profile` shows the traits of a customer.');
    throw new ClienteleError('usage', { detail: `There is no trait or feature "${unknown}" to audit by. ${meant}` });
  }
  await writeForesightSettings(app.control, settings);
  return settings;
}
