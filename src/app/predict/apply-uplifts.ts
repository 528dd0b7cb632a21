import type { KeptUplift } from '../../contract/schemas.ts';
import { readSetting } from '../../control/index.ts';
import { addColumns, type FittedUplift, type Matrix, scoreUplift, type StagedScores, stageNumbers, writeWords } from '../../predict/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { App } from '../open.ts';

type Applying = { readonly table: string; readonly temporary: boolean; readonly matrix: () => Promise<Matrix> };
type Stored = KeptUplift & { readonly model: FittedUplift['model'] };

/** Adds the kept uplifts' traits to a features table of a moment; for the kept features the language learns the words. */
export async function applyUplifts(app: App, { table, temporary, matrix }: Applying): Promise<void> {
  const { warehouse, control } = app;
  const kept = ((await readSetting(control, 'uplifts')) as readonly Stored[] | null | undefined) ?? [];
  const staged: StagedScores[] = [];
  for (const { slug, name, trait, days, model } of kept) {
    const column = trait.replace('.', '_');
    const { profiles, scores } = scoreUplift(model, await matrix());
    const scoreTable = `uplift_scores_${slug.replaceAll('-', '_')}`;
    await stageNumbers(warehouse, scoreTable, profiles, [scores]);
    staged.push({ table: scoreTable, customers: profiles.length, columns: [{ column, value: (row: Fragment) => sql`${row}.v0` }] });
    if (temporary) continue;
    const meaning = `How much likelier ${name} makes the outcome within ${days} days, by the experiment that it was learned from.`;
    await writeWords(warehouse, `uplift-${slug}`, [{ name: trait, label: `what ${name} changes`, column, type: 'number', meaning }]);
  }
  await addColumns(warehouse, table, temporary, staged);
}
