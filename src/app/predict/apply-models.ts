import { formatInstant, type Instant } from '../../core/index.ts';
import {
  addColumns,
  approvedModels,
  forgetWords,
  holdOrders,
  type Matrix,
  readMatrix,
  type Silence,
  type StagedScores,
  withListedValues,
  writeWords,
} from '../../predict/index.ts';
import { ident, sql, timestamp } from '../../sql/index.ts';
import type { App } from '../open.ts';
import { raiseNotice } from '../notices/raise.ts';
import { type ActingSilence, actingLeaving, actingSilence } from './acting-silence.ts';
import { noteDrift } from './drift.ts';
import { foresightsOf } from './foresight.ts';
import { type KeptClassifier, nextOrder } from './kinds/classifier.ts';
import { withThoseWhoLeft } from './left-members.ts';
import { driftSince } from './watched.ts';
import { shopOf } from './shop.ts';
import { applyLookalikes } from './apply-lookalikes.ts';
import { applyUplifts } from './apply-uplifts.ts';

/**
 * Adds what the approved models foretell to a features table, as of its moment. For the kept features (not temporary) the language learns the traits and
 * the run is noted; for another moment the words are those of the last refresh. A model that can not answer (one kept by an older version, say) leaves the
 * refresh alone: its traits are away until it is trained again, and the owner is told once.
 */
export async function applyModels(app: App, at: Instant, table: string, temporary: boolean): Promise<void> {
  const { warehouse, control, effects } = app;
  const known = await foresightsOf(app);
  const acting = (await approvedModels(control)).flatMap((stored) => {
    const foresight = known.find(({ model }) => model === stored.model);
    return foresight === undefined ? [] : [{ ...stored, foresight }];
  });
  const [away, leaving] = [actingSilence(acting), actingLeaving(acting)];
  // What is worth how much goes by who stays away, and so does who orders soon.
  acting.sort((one, other) => Number(other.model === away?.stored.model) - Number(one.model === away?.stored.model));
  const answering = new Set(acting.map(({ model }) => model));
  if (!temporary) await forgetWords(warehouse, [...answering]);
  let matrix: Promise<Matrix> | undefined;
  const request = {
    at,
    table,
    temporary,
    matrix: () => (matrix ??= shopOf(app).then((shop) => readMatrix(warehouse, at, shop, { table }))),
  };
  const staged: StagedScores[] = [];
  let silence: Silence | undefined;
  for (const { model, version, content, foresight } of acting) {
    const score = async () => ({ found: await foresight.apply(app, content, { ...request, silence }), traits: foresight.traits(app, content) });
    const scored = temporary ? await score() : await unlessBroken(app, { model, version }, score);
    if (scored === undefined) {
      answering.delete(model);
      await forgetWords(warehouse, [...answering]);
      continue;
    }
    const { found, traits } = scored;
    if (!temporary && foresight.watched !== undefined) await noteDrift(app, model, await driftSince(app, table, content, foresight.watched));
    if (found === undefined) continue;
    if (model === nextOrder.model && model !== away?.stored.model && silence !== undefined && typeof found !== 'number')
      await holdOrders(warehouse, found.table, (content as KeptClassifier).task.horizonDays, silence);
    if (typeof found !== 'number') staged.push(found);
    if (model === away?.stored.model && typeof found !== 'number') silence = await withThoseWhoLeft(app, at, await silenceIn(app, away, found.table));
    if (temporary) continue;
    await writeWords(warehouse, model, typeof found === 'number' ? traits : await withListedValues(warehouse, found, traits));
    await warehouse.run(sql`insert into score_runs select ${model}, ${version}, ${timestamp(at)},
      coalesce((select max(value) from counters where name = 'facts_version'), 0), ${timestamp(effects.now())}, ${typeof found === 'number' ? found : found.customers}`);
  }
  await addColumns(warehouse, table, temporary, staged);
  if (leaving !== undefined && answering.has(leaving.stored.model) && answering.has('value')) await stakeByLeaving(app, table);
  await applyLookalikes(app, request);
  await applyUplifts(app, request);
}

/** What a model of orders says of silences, staged by it in a table of its scores. */
async function silenceIn({ warehouse }: App, { kept }: ActingSilence, scores: string): Promise<Silence> {
  const days = kept.task.horizonDays;
  if (kept.task.buyer === 'silence') return { table: scores, days };
  const table = `${scores}_none`;
  await warehouse.stage(table, sql`select profile, 1 - v0 as v0 from ${ident(scores)}`);
  return { table, days };
}

/** What is at stake with a member is lost when they leave: it goes by the chance of that. */
async function stakeByLeaving({ warehouse }: App, table: string): Promise<void> {
  await warehouse.run(
    sql`update ${ident(table)} set predicted_at_stake = predicted_churn_probability * predicted_value_12m where predicted_churn_probability is not null`,
  );
}

async function unlessBroken<T>(
  app: App,
  { model, version }: { readonly model: string; readonly version: number },
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await raiseNotice(app, {
      key: `model-broken:${model}:${version}`,
      kind: 'model',
      severity: 'warning',
      subject: { type: 'model', id: model, name: model },
      title: `The model "${model}" can not answer`,
      sentence: `Version ${version} of "${model}" could not score anybody (${reason}). Its traits are missing until it is trained and approved again; everything else is up to date.`,
      at: formatInstant(app.effects.now()),
    });
    return undefined;
  }
}
