import type { Instant } from '../../core/index.ts';
import { addColumns, approvedModels, forgetWords, type Matrix, readMatrix, type StagedScores, writeWords } from '../../predict/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { App } from '../open.ts';
import { foresightsOf } from './foresight.ts';
import { shopOf } from './shop.ts';
import { applyLookalikes } from './apply-lookalikes.ts';

/**
 * Adds what the approved models foretell to a features table, as of its moment. For the kept features (not temporary) the language learns the traits and
 * the run is noted; for another moment the words are those of the last refresh.
 */
export async function applyModels(app: App, at: Instant, table: string, temporary: boolean): Promise<void> {
  const { warehouse, control, effects } = app;
  const known = await foresightsOf(app);
  const acting = (await approvedModels(control)).flatMap((stored) => {
    const foresight = known.find(({ model }) => model === stored.model);
    return foresight === undefined ? [] : [{ ...stored, foresight }];
  });
  if (!temporary)
    await forgetWords(
      warehouse,
      acting.map(({ model }) => model),
    );
  let matrix: Promise<Matrix> | undefined;
  const request = {
    at,
    table,
    temporary,
    matrix: () => (matrix ??= shopOf(app).then((shop) => readMatrix(warehouse, at, shop, { table }))),
  };
  const staged: StagedScores[] = [];
  for (const { model, version, content, foresight } of acting) {
    const found = await foresight.apply(app, content, request);
    if (found === undefined) continue;
    if (typeof found !== 'number') staged.push(found);
    if (temporary) continue;
    await writeWords(warehouse, model, foresight.traits(app, content));
    await warehouse.run(sql`insert into score_runs select ${model}, ${version}, ${timestamp(at)},
      coalesce((select max(value) from counters where name = 'facts_version'), 0), ${timestamp(effects.now())}, ${typeof found === 'number' ? found : found.customers}`);
  }
  await addColumns(warehouse, table, temporary, staged);
  await applyLookalikes(app, request);
}
