import type { Instant } from '../../core/index.ts';
import { approvedModels, forgetWords, writeWords } from '../../predict/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { App } from '../open.ts';
import { foresightOf, modelNames } from './foresight.ts';

/**
 * Adds what the approved models foretell to a features table, as of its moment. For the kept features (not temporary) the language learns the traits and
 * the run is noted; for another moment the words are those of the last refresh.
 */
export async function applyModels(app: App, at: Instant, table: string, temporary: boolean): Promise<void> {
  const { warehouse, control, effects } = app;
  const acting = (await approvedModels(control)).filter(({ model }) => modelNames.includes(model));
  if (!temporary)
    await forgetWords(
      warehouse,
      acting.map(({ model }) => model),
    );
  for (const { model, version, content } of acting) {
    const foresight = foresightOf(model);
    const customers = await foresight.apply(app, content, { at, table, temporary });
    if (temporary) continue;
    await writeWords(warehouse, model, foresight.traits(app));
    await warehouse.run(sql`insert into score_runs select ${model}, ${version}, ${timestamp(at)},
      coalesce((select max(value) from counters where name = 'facts_version'), 0), ${timestamp(effects.now())}, ${customers}`);
  }
}
