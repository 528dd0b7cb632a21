import { type Action, type ActionsDecideAnswer, actionsDecideRequest, type ActionsDecideRequest } from '../../contract/schemas.ts';
import { ClienteleError, countOf } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import { type Arm, type ArmChoice, chooseArm, drawArms, expectedOf, seededRandom, shuffled } from '../../stats/index.ts';
import { namesMoment } from '../as-of.ts';
import { insightAt } from '../insight/context.ts';
import { peopleOf } from '../insight/people-of.ts';
import type { App } from '../open.ts';
import { affords, budgetSaid, spentLately } from './budget.ts';
import { armOf, contextColumns, contextSize, nothing, pastDecisions, worthOfNothing } from './history.ts';
import { perPound, type Prospect, queueOf } from './queue.ts';
import { restsUntil } from './rests.ts';
import { actionSettings, listActions } from './store.ts';

const mostShown = 200;
const atOnce = 400;
/** Expected amounts are sums and products: less than this is a rounding and no money. */
const roundings = 1e-9;

type Someone = { readonly profile: number; readonly namespace: string; readonly value: string; readonly context: readonly number[] };
type Decision = {
  readonly someone: Someone;
  readonly action: Action | undefined;
  readonly choice: ArmChoice;
  readonly without: number;
  /** Whether something open is expected to bring more than doing nothing. */
  readonly pays: boolean;
  readonly allowed: readonly string[];
};

/**
 * Chooses for each customer among the owner's actions, and doing nothing: as often as each is the best by what earlier decisions brought, and for a lasting share by chance. Who had an action lately rests; a full action is open to nobody
 * more of the run. Every decision is written down with its probability. Throws `action.few`, `segment.unknown`, `segment.syntax`.
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
  let spent = spentLately(settings, past, all, context.at, app.workspace.zone);
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
    const choice = chooseArm([idle, ...priced], someone.context, [0, ...open], { random, randomShare: settings.random_share, drawn, among });
    if (choice === undefined) continue;
    const action = actions[choice.arm - 1];
    const arm = choice.arm === 0 ? idle : tried[choice.arm - 1];
    if (choice.arm > 0) left[choice.arm - 1] = (left[choice.arm - 1] ?? 0) - 1;
    spent += action?.cost ?? 0;
    decisions.push({
      someone,
      action,
      choice: arm === undefined ? choice : { ...choice, expected: expectedOf(arm, someone.context) },
      without,
      pays: open.some((at) => gainOf(at) > roundings),
      allowed: [nothing, ...open.map((at) => actions[at - 1]?.id ?? '')],
    });
  }
  const run = dry_run ? null : app.effects.randomId();
  if (run !== null) await writeDown(app, run, context.asOf, decisions);
  const budget = budgetSaid(settings, spent);
  const { money: said } = context.words;
  return answerOf(
    { asOf: context.asOf, worth: settings.worth_by_itself, money: said, run, actions, resting: closed, unpaid, budget, price: queue.price },
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

type Money = (amount: number) => string;
type Run = {
  readonly worth: number | null;
  readonly asOf: string;
  readonly money: Money;
  readonly run: string | null;
  readonly actions: readonly Action[];
  readonly resting: number;
  /** Those among them for whom something would be open but for the money. */
  readonly unpaid: number;
  readonly budget: ActionsDecideAnswer['budget'];
  readonly price: number;
};

function answerOf({ asOf, worth, money, run, actions, resting, unpaid, budget, price }: Run, decisions: readonly Decision[]): ActionsDecideAnswer {
  const groups = [undefined, ...actions].map((action) => {
    const own = decisions.filter((decision) => decision.action === action);
    return {
      id: action?.id ?? null,
      name: action?.name ?? 'do nothing',
      people: own.length,
      explored: own.filter(({ choice }) => choice.explored).length,
      costs: own.length * (action?.cost ?? 0),
      expected: own.reduce((sum, { choice }) => sum + choice.expected, 0),
    };
  });
  const [most] = groups.filter(({ id }) => id !== null).toSorted((a, b) => b.people - a.people);
  const verb = run === null ? 'would be' : decisions.length === 1 ? 'was' : 'were';
  return {
    as_of: asOf,
    sentence:
      decisions.length === 0
        ? `Nobody is open for any action now.${moneySaid({ money, unpaid, budget, run })}`
        : `${countOf(decisions.length, 'customer')} ${verb} decided for, ${decisions.filter(({ choice }) => choice.explored).length} of them by chance alone; most often: ${most?.name ?? 'nothing'} (${most?.people ?? 0}). For ${countOf(resting, 'other')} nothing is open: they rest, no action is for them, or what is for them is full.${triesSaid(decisions)}${moneySaid({ money, unpaid, budget, run })}`,
    how: `For each customer an action is drawn as often as it is the best by what earlier decisions brought (Thompson sampling on a logistic model of what is known of them), its cost taken off, among those that are not expected to bring less than doing nothing; a lasting share is drawn by chance alone from all that is open, doing nothing among it. ${worthSaid(worth, money)} Each decision is kept with its probability.`,
    run,
    decided: decisions.length,
    resting,
    budget,
    actions: groups,
    decisions: decisions.slice(0, mostShown).map((decision) => ({
      profile: decision.someone.profile,
      who: decision.someone.value,
      action: decision.action?.id ?? null,
      propensity: decision.choice.propensity,
      explored: decision.choice.explored,
      expected: decision.choice.expected,
      without: decision.without,
      why: whyOf(decision, money, price),
    })),
  };
}

/** Where nothing pays by what is known, whatever is done is a try. */
function triesSaid(decisions: readonly Decision[]): string {
  if (decisions.some(({ pays }) => pays)) return '';
  return ' No action is expected to bring more than doing nothing yet: what is done is only tried, by chance.';
}

const worthSaid = (worth: number | null, money: Money): string =>
  `An outcome that comes by itself counts as ${worth === null ? 'much as with the least of the actions that are open to that customer' : money(worth)}.`;

/** What was spent of the budget, and for how many it was too little. */
function moneySaid({ money, unpaid, budget, run }: Pick<Run, 'money' | 'unpaid' | 'budget' | 'run'>): string {
  if (budget === null) return '';
  const { amount, days, spent } = budget;
  const short = unpaid === 0 ? '' : `; for ${countOf(unpaid, 'customer')} the rest does not pay for anything`;
  return ` Of ${money(amount)} for ${countOf(days, 'day')} ${money(spent)} ${run === null ? 'would be' : 'is'} spent${short}.`;
}

/** Why this one for this customer: chance, or what is known, and how sure that is. */
function whyOf({ action, choice, without, pays }: Decision, money: Money, price: number): string {
  if (choice.explored) return 'Drawn by chance alone, so that everything keeps being tried.';
  const times = `best in ${Math.round(100 * choice.best)} of 100 draws from what is known`;
  if (action === undefined && price > 0) return `The budget does more for others: doing nothing was ${times}.`;
  if (action === undefined && pays) return `Doing nothing was ${times}: what an action brings is not sure yet.`;
  if (action === undefined) return 'No action is expected to bring more than doing nothing.';
  const more = choice.expected - without;
  const than = Math.abs(more) < 0.005 ? 'as much as doing nothing' : `${money(more)} more than doing nothing`;
  return `Expected to bring ${money(choice.expected)} after its cost, ${than}; ${times}.`;
}
