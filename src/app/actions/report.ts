import type { ActionReportAnswer, ActionSettings } from '../../contract/schemas.ts';
import { countOf } from '../../core/index.ts';
import { type Arm, chance, type LoggedDecision, mean, offPolicyValue, type PolicyValue, wilsonInterval } from '../../stats/index.ts';
import { insightAt } from '../insight/context.ts';
import type { App } from '../open.ts';
import { budgetSaid, costsOf, spentLately } from './budget.ts';
import { armOf, nothing, pastDecisions, type PastDecision, worthOfNothing } from './history.ts';
import { actionSettings, listActions } from './store.ts';

/** What decisions brought: by action, by chance alone, and what other rules would have brought, with their doubt. */
export async function actionReport(app: App, request: { readonly as_of?: string | undefined }): Promise<ActionReportAnswer> {
  const context = await insightAt(app, request.as_of);
  const settings = await actionSettings(app);
  const actions = await listActions(app);
  const past = await pastDecisions(app, settings, context.at);
  const judged = past.filter(({ outcome }) => outcome !== null);
  const known = new Map<string, { readonly name: string; readonly value: number; readonly cost: number }>([
    [nothing, { name: 'do nothing', value: 0, cost: 0 }],
    ...actions.map(({ id, name, value, cost }): [string, { name: string; value: number; cost: number }] => [id, { name, value, cost }]),
  ]);
  const costOf = costsOf(actions);
  const arms = new Map([...known].map(([id, { value, cost }]) => [id, armOf(id, value, cost, judged)]));
  const judge = (rule: 'best' | 'random') => judged.map((decision) => loggedOf(decision, arms, settings, rule));
  const [best, chanceAlone] = [offPolicyValue(judge('best')), offPolicyValue(judge('random'))];
  // What an action brought that was taken away since is no longer known.
  const asDone = offPolicyValue(judge('best').flatMap((one, at) => (arms.has(judged[at]?.action ?? '') ? [{ ...one, target: one.propensity }] : [])));
  const value =
    best === undefined || chanceAlone === undefined || asDone === undefined
      ? null
      : {
          logged: ends(asDone.ips),
          random: ends(chanceAlone.snips),
          best_ips: ends(best.ips),
          best_snips: ends(best.snips),
          best_doubly_robust: ends(best.doublyRobust),
          effective: best.effective,
        };
  return {
    as_of: context.asOf,
    sentence: sentenceOf(past.length, judged.length, value, context.words.money),
    how: `An outcome is ${settings.outcome === 'order' ? 'an order' : settings.outcome} within ${settings.horizon_days} days of the decision; value is what it is worth less what the action cost, per decision. What another rule would have brought is told from the probabilities that were written down (inverse propensity, self-normalised, doubly robust), with 95% intervals; "effective" is how many decisions speak for it. The best rule is judged on decisions that it has also learnt from, so it flatters itself a little, and it knows of no budget and of no caps.`,
    settings,
    decisions: past.length,
    judged: judged.length,
    budget: budgetSaid(settings, spentLately(settings, past, actions, context.at, app.workspace.zone)),
    actions: [...known].map(([id, { name }]) => {
      const own = judged.filter(({ action }) => action === id);
      const random = own.filter(({ explored }) => explored);
      return {
        id: id === nothing ? null : id,
        name,
        taken: past.filter(({ action }) => action === id).length,
        spent: past.reduce((sum, decision) => sum + (decision.action === id ? costOf(decision) : 0), 0),
        ...rateOf(own),
        random: { taken: random.length, ...rateOf(random) },
      };
    }),
    value,
  };
}

function rateOf(decisions: readonly PastDecision[]): { rate: number | null; low: number | null; high: number | null } {
  if (decisions.length === 0) return { rate: null, low: null, high: null };
  const won = decisions.filter(({ outcome }) => outcome === 1).length;
  return { rate: won / decisions.length, ...wilsonInterval(won, decisions.length) };
}

/**
 * The reward of what was done, and what the rule in question would do there. Decisions for an action that was taken away since stay in the log, as ones that no rule would take: without them the probabilities of
 * the others would no longer add up to one.
 */
function loggedOf(
  { action, outcome, propensity, context, allowed }: PastDecision,
  arms: ReadonlyMap<string, Arm>,
  settings: ActionSettings,
  rule: 'best' | 'random',
): LoggedDecision {
  const open = allowed.filter((id) => arms.has(id));
  const idle = worthOfNothing(
    settings,
    open.flatMap((id) => (id === nothing ? [] : [arms.get(id)?.value ?? 0])),
  );
  const worthOf = (id: string): number => (id === nothing ? idle : (arms.get(id)?.value ?? 0));
  const expected = (id: string): number => {
    const arm = arms.get(id);
    return arm === undefined ? 0 : chance(arm.posterior.mean, context) * worthOf(id) - arm.cost;
  };
  const own = arms.get(action);
  const best = open.reduce((top, id) => (expected(id) > expected(top) ? id : top), open[0] ?? action);
  return {
    propensity,
    reward: own === undefined ? 0 : (outcome ?? 0) * worthOf(action) - own.cost,
    target: own === undefined ? 0 : rule === 'random' ? 1 / Math.max(1, open.length) : action === best ? 1 : 0,
    modelDone: expected(action),
    modelTarget: rule === 'random' ? mean(open.map(expected)) : expected(best),
  };
}

const ends = ({ value, low, high }: PolicyValue): { value: number; low: number; high: number } => ({ value, low, high });

function sentenceOf(decisions: number, judged: number, value: ActionReportAnswer['value'], money: (amount: number) => string): string {
  if (decisions === 0) return 'Nothing was decided yet.';
  if (value === null) return `${countOf(decisions, 'decision')}; the time for their outcomes is not over yet.`;
  const { random, best_doubly_robust: best } = value;
  const sure = best.low > random.high ? 'more than' : best.high < random.low ? 'less than' : 'not surely more than';
  return `${countOf(judged, 'decision', ['is', 'are'])} judged. Doing what seems best would bring ${money(best.value)} each (${money(best.low)} to ${money(best.high)}), ${sure} leaving it to chance: ${money(random.value)} (${money(random.low)} to ${money(random.high)}).`;
}
