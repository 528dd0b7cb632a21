import type { ModelDrift } from '../../contract/index.ts';
import { readSetting, writeSetting } from '../../control/index.ts';
import { formatInstant } from '../../core/index.ts';
import { type Drift, labelOfColumn } from '../../predict/index.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';

const key = 'foresight-drift';
type Noted = Readonly<Record<string, Drift & { readonly checked_at: string }>>;
const mostColumns = 8;

/** Keeps how far customers have moved from those that a model learned from, as seen at this refresh. */
export async function noteDrift(app: App, model: string, drift: Drift | undefined): Promise<void> {
  const all = await readNoted(app);
  const { [model]: _before, ...others } = all;
  const own = drift === undefined ? {} : { [model]: { ...drift, columns: drift.columns.slice(0, mostColumns), checked_at: formatInstant(app.effects.now()) } };
  await writeSetting(app.control, key, { ...others, ...own });
}

/** Null where it was never checked, or there are too few customers to tell. */
export async function driftNoted(app: App, model: string): Promise<ModelDrift | null> {
  const found = (await readNoted(app))[model];
  if (found === undefined) return null;
  const vocabulary = await vocabularyOf(app);
  const columns = found.columns.map(({ name, psi }) => ({ column: name, label: labelOfColumn(name, vocabulary), psi }));
  return { checked_at: found.checked_at, level: found.level, score: found.score, columns, sentence: sentenceOf(found.level, columns) };
}

const readNoted = async (app: App): Promise<Noted> => ((await readSetting(app.control, key)) as Noted | null | undefined) ?? {};

function sentenceOf(level: ModelDrift['level'], columns: ModelDrift['columns']): string {
  const moved = columns
    .filter(({ psi }) => psi >= 0.1)
    .slice(0, 3)
    .map(({ label }) => label);
  const most = moved.length === 0 ? '' : ` Most changed: ${moved.join(', ')}.`;
  if (level === 'none') return `Customers are much like those that it learned from.${most}`;
  if (level === 'some') return `Customers have changed somewhat since it learned.${most}`;
  return `Customers are no longer those that it learned from: train it again.${most}`;
}
