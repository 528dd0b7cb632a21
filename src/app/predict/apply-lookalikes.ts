import type { KeptLookalikeEntry } from '../../contract/schemas.ts';
import { readSetting } from '../../control/index.ts';
import { addColumns, type Lookalike, type Matrix, scoreLookalike, type StagedScores, stageNumbers, writeWords } from '../../predict/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { App } from '../open.ts';

type Applying = { readonly table: string; readonly temporary: boolean; readonly matrix: () => Promise<Matrix> };

/** Adds the kept look-alikes' traits to a features table of a moment; for the kept features the language learns the words. */
export async function applyLookalikes(app: App, { table, temporary, matrix }: Applying): Promise<void> {
  const { warehouse, control } = app;
  const kept = ((await readSetting(control, 'lookalikes')) as readonly (KeptLookalikeEntry & { readonly model: Lookalike })[] | null | undefined) ?? [];
  const staged: StagedScores[] = [];
  for (const { slug, segment, trait, model } of kept) {
    const column = trait.replace('.', '_');
    const { profiles, probabilities } = scoreLookalike(model, await matrix());
    const scores = `like_scores_${slug.replaceAll('-', '_')}`;
    await stageNumbers(warehouse, scores, profiles, [probabilities]);
    staged.push({ table: scores, customers: profiles.length, columns: [{ column, value: (row: Fragment) => sql`${row}.v0` }] });
    if (temporary) continue;
    const meaning = `Probability of being one of ${segment}, going by all else that is known.`;
    await writeWords(warehouse, `like-${slug}`, [{ name: trait, label: `likeness to ${segment}`, column, type: 'number', meaning }]);
  }
  await addColumns(warehouse, table, temporary, staged);
}
