import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { lifecycleStageSchema } from '../contract/schemas.ts';
import { readSetting, writeSetting } from '../control/index.ts';
import { countOf, ClienteleError } from '../core/index.ts';
import { type LifecycleSuggestion, suggestLifecycle } from '../profiles/index.ts';
import { applyLifecycle, defaultLifecycle, type LifecycleStage, usualDays } from '../segments/index.ts';
import { ident, sql } from '../sql/index.ts';
import { resolveAsOf } from './as-of.ts';
import { beforeSettingsChange } from './before-settings-change.ts';
import { featuresTableFor, momentFor } from './moment.ts';
import type { App } from './open.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { refreshAll } from './refresh.ts';
import { lifecycleStages } from './settings.ts';
import { readTextFile } from './read-text-file.ts';
import { noteStageChange } from './stage-changes.ts';

export type StageFigures = { readonly name: string; readonly text: string; readonly members: number; readonly share: number; readonly revenue: number };

/** The stages in order with who is in each. */
export async function lifecycle(app: App, asOfText: string | undefined): Promise<readonly StageFigures[]> {
  const asOf = await resolveAsOf(app, asOfText);
  await ensureRefreshed(app, asOf);
  const featuresTable = await featuresTableFor(app, asOf);
  const stages = await lifecycleStages(app.control);
  const rows = await app.warehouse.rows<{ stage: string | null; members: number; revenue: number }>(sql`
    select lifecycle as stage, count(*) as members, sum(total_spent) as revenue from ${ident(featuresTable)} group by lifecycle`);
  const people = rows.reduce((sum, row) => sum + row.members, 0);
  return stages.map(({ name, expression }) => {
    const row = rows.find((each) => each.stage === name);
    return { name, text: expression, members: row?.members ?? 0, share: people === 0 ? 0 : (row?.members ?? 0) / people, revenue: row?.revenue ?? 0 };
  });
}

const stagesSchema = z.array(lifecycleStageSchema).min(1);

/** Sets the stages from a YAML file (or the default ones) and applies them; a file that can not be computed changes nothing. */
export async function setLifecycle(app: App, file: string | undefined, asOfText: string | undefined): Promise<void> {
  await saveLifecycle(app, file === undefined ? null : await readStages(file), asOfText);
}

/** Keeps these stages (null: the default ones) and computes everything with them; stages that can not be computed change nothing. */
export async function saveLifecycle(app: App, wanted: readonly LifecycleStage[] | null, asOfText: string | undefined): Promise<void> {
  const stages = wanted ?? defaultLifecycle;
  const moment = await momentFor(app, await resolveAsOf(app, asOfText));
  await applyLifecycle(app.warehouse, stages, moment);
  const before = await lifecycleStages(app.control);
  await beforeSettingsChange(app);
  await writeSetting(app.control, 'lifecycle', stages);
  if (JSON.stringify(before) !== JSON.stringify(stages)) await noteStageChange(app.control, before, app.effects.now());
  await refreshAll(app, asOfText);
}

async function readStages(file: string): Promise<readonly LifecycleStage[]> {
  const text = await readTextFile(file);
  try {
    return stagesSchema.parse(parse(text));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : String(cause);
    throw new ClienteleError(
      'file.unreadable',
      { file, detail, hint: 'Write a list of `name` and `expression`, in order; `clientele lifecycle suggest` prints one.' },
      {},
      cause,
    );
  }
}

/** Day limits that fit this shop's own rhythm, and a file of stages with them. */
export async function lifecycleSuggestion(
  app: App,
  asOfText: string | undefined,
): Promise<
  LifecycleSuggestion & {
    readonly sentence: string;
    readonly yaml: string;
    readonly stages: readonly LifecycleStage[];
    readonly chosen: boolean;
    readonly usual: typeof usualDays;
  }
> {
  const suggestion = await suggestLifecycle(app.warehouse, (await resolveAsOf(app, asOfText)).at, app.workspace);
  const { atRiskDays, churnedDays, newDays, activeDays, customers, quantiles, enough } = suggestion;
  const sentence = enough
    ? `${countOf(customers, 'customer')} came back at least once: half usually within ${Math.round(quantiles.q50)} days, four in five within ${Math.round(quantiles.q80)}, nineteen in twenty within ${Math.round(quantiles.q95)}. So without an order for ${atRiskDays} days a customer is at risk here, for ${churnedDays} days churned.`
    : `${customers === 0 ? 'Nobody has come' : `Only ${countOf(customers, 'customer', ['has', 'have'])} come`} back so far: too few to tell this shop's rhythm, so the default limits stand.`;
  const stages = stagesWith({ atRiskDays, churnedDays, newDays, activeDays });
  const chosen = (await readSetting(app.control, 'lifecycle')) !== undefined;
  return { ...suggestion, sentence, yaml: stringify(stages), stages, chosen, usual: usualDays };
}

type Limits = Pick<LifecycleSuggestion, 'atRiskDays' | 'churnedDays' | 'newDays' | 'activeDays'>;

function stagesWith({ atRiskDays, churnedDays, newDays, activeDays }: Limits): readonly LifecycleStage[] {
  const expressions: Readonly<Record<string, string>> = {
    churned: `count(orders in last ${churnedDays} days) = 0`,
    'at risk': `count(orders in last ${atRiskDays} days) = 0`,
    new: `days since first order < ${newDays}`,
    active: `count(orders in last ${activeDays} days) >= 2`,
  };
  return defaultLifecycle.map(({ name, expression }) => ({ name, expression: expressions[name] ?? expression }));
}
