import { ClienteleError } from '../../core/index.ts';
import { type Moment, parse } from '../../language/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { evaluateSegments } from '../evaluate/evaluate.ts';
import { difference, members, type ProfileSet, union } from '../evaluate/profile-set.ts';
import type { LifecycleStage } from './stages.ts';
import { speaksOfLifecycle } from './speaks-of-lifecycle.ts';

/**
 * Fills `lifecycle` of the moment's features: the first stage that holds, null where none does. Returns the number of customers in
 * each stage, in order. Throws `segment.syntax` when a stage can not be computed or speaks of `lifecycle` itself.
 */
export async function applyLifecycle(
  warehouse: Warehouse,
  stages: readonly LifecycleStage[],
  moment: Moment,
): Promise<readonly { readonly name: string; readonly members: number }[]> {
  const assigned = await assignStages(warehouse, stages, moment);
  await writeStages(warehouse, assigned, moment.featuresTable);
  return assigned.map(({ name, profiles }) => ({ name, members: profiles.length }));
}

export type StageMove = { readonly from: string | null; readonly to: string | null; readonly customers: number };

/** Who would stand where with these stages, beside where they stand in the moment's features now. Changes nothing; throws as `applyLifecycle` does. */
export async function lifecycleMoves(warehouse: Warehouse, stages: readonly LifecycleStage[], moment: Moment): Promise<readonly StageMove[]> {
  await loadStages(warehouse, await assignStages(warehouse, stages, moment));
  const moves = await warehouse.rows<StageMove>(sql`
    select f.lifecycle as "from", s.stage as "to", count(*)::INTEGER as customers
    from ${ident(moment.featuresTable)} f left join lifecycle_stages s using (profile) group by all order by customers desc, "from", "to"`);
  return moves;
}

type Assigned = { readonly name: string; readonly profiles: Uint32Array };

async function assignStages(warehouse: Warehouse, stages: readonly LifecycleStage[], moment: Moment): Promise<readonly Assigned[]> {
  for (const { name, expression } of stages) refuseCircle(name, expression);
  const evaluations = await evaluateSegments(
    warehouse,
    stages.map(({ name, expression }) => ({ slug: name, text: expression })),
    moment,
  );
  const assigned: Assigned[] = [];
  let taken: ProfileSet = { words: new Uint32Array() };
  for (const evaluation of evaluations) {
    if (evaluation.status === 'failed') throw stageError(evaluation.slug, evaluation.reason);
    assigned.push({ name: evaluation.slug, profiles: members(difference(evaluation.set, taken)) });
    taken = union(taken, evaluation.set);
  }
  return assigned;
}

function refuseCircle(name: string, expression: string): void {
  const parsed = parse(expression);
  if (parsed.ok && speaksOfLifecycle(parsed.value.tree)) throw stageError(name, 'it speaks of `lifecycle` itself.');
}

const stageError = (name: string, reason: string): ClienteleError =>
  new ClienteleError('segment.syntax', { detail: `Lifecycle stage "${name}": ${reason}`, hint: 'Change the stages with `clientele lifecycle`.' });

async function writeStages(warehouse: Warehouse, assigned: readonly Assigned[], featuresTable: string): Promise<void> {
  await loadStages(warehouse, assigned);
  await warehouse.run(sql`update ${ident(featuresTable)} set lifecycle = null where lifecycle is not null`);
  await warehouse.run(
    sql`update ${ident(featuresTable)} set lifecycle = lifecycle_stages.stage from lifecycle_stages where lifecycle_stages.profile = ${ident(featuresTable)}.profile`,
  );
}

/** So few are handed over as one text, which no table has to be made anew for. */
const few = 1000;

async function loadStages(warehouse: Warehouse, assigned: readonly Assigned[]): Promise<void> {
  const count = assigned.reduce((sum, { profiles }) => sum + profiles.length, 0);
  if (count <= few) {
    const rows = JSON.stringify([...rowsOf(assigned)].map(([profile, stage]) => ({ profile, stage })));
    await warehouse.stage(
      'lifecycle_stages',
      sql`select * from (select unnest(from_json(${rows}::JSON, '[{"profile":"INTEGER","stage":"VARCHAR"}]'), recursive := true))`,
    );
    return;
  }
  const columns = [
    { name: 'profile', type: 'INTEGER' },
    { name: 'stage', type: 'VARCHAR' },
  ] as const;
  await warehouse.load('lifecycle_stages', columns, rowsOf(assigned));
}

function* rowsOf(assigned: readonly Assigned[]): Generator<readonly [number, string]> {
  for (const { name, profiles } of assigned) for (const profile of profiles) yield [profile, name];
}
