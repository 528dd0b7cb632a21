import { type ActionsDecideAnswer, actionsDecideRequest, type ActionsDecideRequest } from '../../contract/schemas.ts';
import { ClienteleError } from '../../core/index.ts';
import { readSummaries } from '../../profiles/index.ts';
import { ident, sql } from '../../sql/index.ts';
import { type Arm, chooseArm, drawArms, expectedOf, seededRandom, shuffled } from '../../stats/index.ts';
import { namesMoment } from '../as-of.ts';
import { insightAt } from '../insight/context.ts';
import { peopleOf } from '../insight/people-of.ts';
import type { App } from '../open.ts';
import { affords, budgetSaid, chanceMay, spentLately, withinPurse } from './budget.ts';
import { armOf, contextColumns, contextSize, nothing, pastDecisions, worthOfNothing } from './history.ts';
import { perPound, type Prospect, queueOf } from './queue.ts';
import { restsUntil } from './rests.ts';
import { decidedAnswer, type Decision, foremost, type Someone } from './say-decided.ts';
import { actionSettings, listActions } from './store.ts';

const atOnce = 400;
/** Expected amounts are sums and products: less than this is a rounding and no money. */
const roundings = 1e-9;

/**
 * Chooses for each customer among the owner's actions, and doing nothing: as often as each is the best by what earlier decisions brought, and for a lasting share by chance, which spends no more than its share of the budget. Who had an action lately rests; a full action is
 * open to nobody more of the run. Every decision is written down with its probability. Throws `action.few`, `segment.unknown`, `segment.syntax`.
 */
export async function decideActions(app: App, request: ActionsDecideRequest): Promise<ActionsDecideAnswer> {
  const { as_of, among, limit, dry_run, seed: wanted } = actionsDecideRequest.parse(request);
  const context = await insightAt(app, as_of);
  const settings = await actionSettings(app);
  const all = await listActions(app);
  const actions = all.filter(({ enabled }) => enabled);
  if (actions.length === 0) throw new ClienteleError('action.few');
  const explicit = namesMoment(app, as_of);
  const past = await pastDecisions(app, settings, context.at);
  const seed = wanted ?? past.length + 1;
  const random = seededRandom(seed);
  // What nothing is worth depends on what else was open to a customer: set for each below.
  const untouched = armOf(nothing, 0, 0, past);
  const tried = actions.map(({ id, value, cost }) => armOf(id, value, cost, past));
  const arms = [untouched, ...tried];
  const drawn = drawArms(arms, random);
  const eligible: ReadonlySet<number>[] = [];
  for (const action of actions) eligible.push(new Set((await peopleOf(app, action.eligible, context.at, explicit)).members));
  const group = among === undefined ? undefined : new Set((await peopleOf(app, among, context.at, explicit)).members);
  const resting = restsUntil(past, all, app.workspace.zone);
  const left = actions.map(({ most }) => most ?? Number.POSITIVE_INFINITY);
  const people = (await everybody(app, context.featuresTable)).filter(({ profile }) => group === undefined || group.has(profile));
  const idleAmong = (open: readonly number[]): Arm => ({
    ...untouched,
    value: worthOfNothing(
      settings,
      open.map((at) => tried[at - 1]?.value ?? 0),
    ),
  });
  const decisions: Decision[] = [];
  const before = spentLately(settings, past, all, context.at, app.workspace.zone);
  let [spent, byChance] = [before.all, before.byChance];
  let [closed, unpaid] = [0, 0];
  const possibleFor = ({ profile }: Someone): readonly number[] => {
    const rests = context.at < (resting.get(profile) ?? Number.NEGATIVE_INFINITY);
    return rests ? [] : actions.flatMap((_, at) => (eligible[at]?.has(profile) === true && (left[at] ?? 0) > 0 ? [at + 1] : []));
  };
  const lot = Array.from(shuffled(random, people.length)).flatMap((place) => people[place] ?? []);
  const money = settings.budget === null ? Number.POSITIVE_INFINITY : Math.max(0, settings.budget - spent);
  const prospects = lot.map((someone) => prospectOf(someone, possibleFor(someone), tried, idleAmong, money));
  const queue = queueOf(prospects, money, settings.random_share, random);
  for (const someone of queue.people) {
    if (decisions.length >= limit) break;
    const possible = possibleFor(someone);
    const open = possible.filter((at) => affords(settings, spent, actions[at - 1]?.cost ?? 0));
    if (open.length === 0) {
      closed += 1;
      if (possible.length > 0) unpaid += 1;
      continue;
    }
    const idle = idleAmong(open);
    const priced = tried.map((arm) => ({ ...arm, cost: arm.cost * (1 + queue.price) }));
    const without = expectedOf(idle, someone.context);
    const gainOf = (at: number): number => {
      const arm = tried[at - 1];
      return arm === undefined ? Number.NEGATIVE_INFINITY : expectedOf(arm, someone.context) - without;
    };
    const among = [0, ...open.filter((at) => gainOf(at) > -roundings)];
    const tries = [0, ...open.filter((at) => withinPurse(chanceMay(settings), byChance, actions[at - 1]?.cost ?? 0))];
    // Where nothing is left to try, chance has nothing to draw.
    const randomShare = tries.length === 1 ? 0 : settings.random_share;
    const choice = chooseArm([idle, ...priced], someone.context, [0, ...open], { random, randomShare, drawn, among, byChance: tries });
    if (choice === undefined) continue;
    const action = actions[choice.arm - 1];
    const arm = choice.arm === 0 ? idle : tried[choice.arm - 1];
    if (choice.arm > 0) left[choice.arm - 1] = (left[choice.arm - 1] ?? 0) - 1;
    spent += action?.cost ?? 0;
    if (choice.explored) byChance += action?.cost ?? 0;
    decisions.push({
      someone,
      action,
      choice: arm === undefined ? choice : { ...choice, expected: expectedOf(arm, someone.context) },
      without,
      pays: open.some((at) => gainOf(at) > roundings),
      allowed: choice.possible.map((at) => (at === 0 ? nothing : (actions[at - 1]?.id ?? ''))),
    });
  }
  const run = dry_run ? null : app.effects.randomId();
  if (run !== null) await writeDown(app, run, context.asOf, decisions);
  const shown = await readSummaries(
    app.warehouse,
    foremost(decisions).map(({ someone }) => someone.profile),
  );
  return decidedAnswer(
    {
      asOf: context.asOf,
      worth: settings.worth_by_itself,
      share: settings.random_share,
      money: context.words.money,
      run,
      actions,
      resting: closed,
      unpaid,
      budget: budgetSaid(settings, { all: spent, byChance }),
      price: queue.price,
      people: new Map(shown.map((one) => [one.profile, one])),
    },
    decisions,
  );
}

/** What is expected of the best that is open to somebody: by cost where money is short, for that is then what one chooses by. */
function prospectOf(
  someone: Someone,
  possible: readonly number[],
  tried: readonly Arm[],
  idleAmong: (open: readonly number[]) => Arm,
  money: number,
): Prospect<Someone> {
  const without = possible.length === 0 ? 0 : expectedOf(idleAmong(possible), someone.context);
  const all = possible.flatMap((at) => {
    const arm = tried[at - 1];
    return arm === undefined || arm.cost > money ? [] : [{ of: someone, gain: expectedOf(arm, someone.context) - without, cost: arm.cost }];
  });
  const rank = ({ gain, cost }: Prospect<Someone>): number => (Number.isFinite(money) ? perPound({ gain, cost }) : gain);
  return all.reduce((best, one) => (rank(one) > rank(best) ? one : best), all[0] ?? { of: someone, gain: Number.NEGATIVE_INFINITY, cost: 0 });
}

/** Everybody who can be named again later, with what an action is chosen by. */
async function everybody(app: App, featuresTable: string): Promise<readonly Someone[]> {
  const people: Someone[] = [];
  const steadiest = sql`arg_min(namespace || chr(31) || value, case namespace when 'customer_id' then 0 when 'email' then 1 else 2 end)`;
  const table = ident(featuresTable);
  await app.warehouse.chunks(
    sql`select f.profile, i.name, ${contextColumns} from ${table} f join (select profile, ${steadiest} as name from identifiers where profile is not null group by profile) i on i.profile = f.profile order by f.profile`,
    (columns, rows) => {
      for (let row = 0; row < rows; row += 1) {
        const [namespace = '', value = ''] = String(columns[1]?.values[row]).split('\u001f');
        people.push({
          profile: Number(columns[0]?.values[row]),
          namespace,
          value,
          context: Array.from({ length: contextSize }, (_, at) => Number(columns[at + 2]?.values[row])),
        });
      }
    },
  );
  return people;
}

async function writeDown(app: App, run: string, asOf: string, decisions: readonly Decision[]): Promise<void> {
  const rows = decisions.map(({ someone, action, choice, allowed }) => ({
    id: app.effects.randomId(),
    run,
    action: action?.id ?? nothing,
    profile: someone.profile,
    namespace: someone.namespace,
    value: someone.value,
    decided_at: asOf,
    propensity: choice.propensity,
    explored: choice.explored ? 1 : 0,
    expected: choice.expected,
    context: JSON.stringify({ x: someone.context, allowed }),
    cost: action?.cost ?? 0,
  }));
  await app.control.transaction().execute(async (transaction) => {
    for (let at = 0; at < rows.length; at += atOnce)
      await transaction
        .insertInto('action_decisions')
        .values(rows.slice(at, at + atOnce))
        .execute();
  });
}
