import { type App, resolveAsOf } from '../../src/app/index.ts';
import { shopOf } from '../../src/app/predict/shop.ts';
import { buyingColumns, categoriesCompared, churnTask, habitNames, readCutOffs, readEligible, withHabits } from '../../src/predict/index.ts';
import { areaUnderRoc, type FeatureTable, fitForest, forestScores, stratifiedFolds, takenLabels, takeRows } from '../../src/stats/index.ts';

// What can be learnt from the same customers by one who is told what a model has to find out: between what a model reaches from the past, and what `attainable` knows, who learns nothing because the shop was made as it says.

/** AUC of who stays away for so many days, by a forest that was told what four fifths of these very customers did in these very days. */
export async function silenceLearnt(app: App, days: number): Promise<number> {
  const { at } = await resolveAsOf(app, undefined);
  const [newest] = await readCutOffs(app.warehouse, await shopOf(app), { task: churnTask(days), now: at, cutOffs: 1 });
  if (newest === undefined) return Number.NaN;
  const { table, labels } = newest;
  const scores = new Float64Array(labels.length);
  for (const { train, test } of stratifiedFolds(labels, 5, 1)) {
    const found = forestScores(fitForest(takeRows(table, train), takenLabels(labels, train)), takeRows(table, test));
    test.forEach((row, place) => (scores[row] = found[place] ?? 0));
  }
  return areaUnderRoc(scores, labels);
}

/** Share of the customers whose type is told rightly from the very columns that groups are made of and what is known of their e-mails and visits, by a forest for each type, on the half they had not seen. */
export async function typesLearnt(app: App, types: ReadonlyMap<number, string>): Promise<number> {
  const shop = await shopOf(app);
  const { at } = await resolveAsOf(app, undefined);
  const eligible = await readEligible(app.warehouse, { among: 'orders >= 1' }, at, shop);
  const mix = await categoriesCompared(app.warehouse, at);
  // Of e-mails and visits, which classes count too, what the features know.
  const names = new Set([...habitNames(buyingColumns, mix), 'emails_opened_90d', 'emails_delivered_90d', 'visits_30d']);
  const known = Uint32Array.from(eligible.profiles.keys()).filter((row) => types.has(eligible.profiles[row] ?? -1));
  const whole = takeRows((await withHabits(app.warehouse, shop, eligible, at, mix)).table, known);
  const table: FeatureTable = { rows: whole.rows, columns: whole.columns.filter(({ name }) => names.has(name)) };
  const named = Array.from(known, (row) => types.get(eligible.profiles[row] ?? -1) ?? '');
  const all = [...new Set(named)];
  const own = Uint8Array.from(named, (type) => all.indexOf(type));
  let right = 0;
  for (const { train, test } of stratifiedFolds(own, 2, 1)) {
    const scores = all.map((_, type) => {
      const labels = Uint8Array.from(train, (row) => (own[row] === type ? 1 : 0));
      return forestScores(fitForest(takeRows(table, train), labels), takeRows(table, test));
    });
    test.forEach((row, place) => {
      const best = scores.reduce((top, score, type) => ((score[place] ?? 0) > (scores[top]?.[place] ?? 0) ? type : top), 0);
      if (own[row] === best) right += 1;
    });
  }
  return right / table.rows;
}
