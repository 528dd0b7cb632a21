import { type Action, type ActionsDecideAnswer, actionsDecideRequest, type ActionsDecideRequest } from '../../contract/schemas.ts';
import { ClienteleError, countOf } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import { type ArmChoice, chooseArm, drawArms, expectedOf, seededRandom, shuffled } from '../../stats/index.ts';
import { namesMoment } from '../as-of.ts';
import { insightAt } from '../insight/context.ts';
import { peopleOf } from '../insight/people-of.ts';
import type { App } from '../open.ts';
import { armOf, contextColumns, contextSize, nothing, pastDecisions, worthOfNothing } from './history.ts';
import { restsUntil } from './rests.ts';
import { actionSettings, listActions } from './store.ts';

const mostShown = 200;
const atOnce = 400;

type Someone = { readonly profile: number; readonly namespace: string; readonly value: string; readonly context: readonly number[] };
type Decision = {
  readonly someone: Someone;
  readonly action: Action | undefined;
  readonly choice: ArmChoice;
  readonly without: number;
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
  const resting = restsUntil(past, all);
  const left = actions.map(({ most }) => most ?? Number.POSITIVE_INFINITY);
  const people = (await everybody(app, context.featuresTable)).filter(({ profile }) => group === undefined || group.has(profile));
  const decisions: Decision[] = [];
  let closed = 0;
  for (const place of shuffled(random, people.length)) {
    const someone = people[place];
    if (someone === undefined || decisions.length >= limit) break;
    const rests = context.at < (resting.get(someone.profile) ?? Number.NEGATIVE_INFINITY);
    const open = rests ? [] : actions.flatMap((_, at) => (eligible[at]?.has(someone.profile) === true && (left[at] ?? 0) > 0 ? [at + 1] : []));
    if (open.length === 0) {
      closed += 1;
      continue;
    }
    const idle = {
      ...untouched,
      value: worthOfNothing(
        settings,
        open.map((at) => tried[at - 1]?.value ?? 0),
      ),
    };
    const choice = chooseArm([idle, ...tried], someone.context, [0, ...open], { random, randomShare: settings.random_share, drawn });
    if (choice === undefined) continue;
    const action = actions[choice.arm - 1];
    if (choice.arm > 0) left[choice.arm - 1] = (left[choice.arm - 1] ?? 0) - 1;
    decisions.push({
      someone,
      action,
      choice,
      without: expectedOf(idle, someone.context),
      allowed: [nothing, ...open.map((at) => actions[at - 1]?.id ?? '')],
    });
  }
  const run = dry_run ? null : app.effects.randomId();
  if (run !== null) await writeDown(app, run, context.asOf, decisions);
  return answerOf({ asOf: context.asOf, money: context.words.money, run, actions, resting: closed }, decisions);
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
type Run = { readonly asOf: string; readonly money: Money; readonly run: string | null; readonly actions: readonly Action[]; readonly resting: number };

function answerOf({ asOf, money, run, actions, resting }: Run, decisions: readonly Decision[]): ActionsDecideAnswer {
  const groups = [undefined, ...actions].map((action) => {
    const own = decisions.filter((decision) => decision.action === action);
    return {
      id: action?.id ?? null,
      name: action?.name ?? 'do nothing',
      people: own.length,
      explored: own.filter(({ choice }) => choice.explored).length,
      expected: own.reduce((sum, { choice }) => sum + choice.expected, 0),
    };
  });
  const [most] = groups.filter(({ id }) => id !== null).toSorted((a, b) => b.people - a.people);
  const verb = run === null ? 'would be' : decisions.length === 1 ? 'was' : 'were';
  return {
    as_of: asOf,
    sentence:
      decisions.length === 0
        ? 'Nobody is open for any action now.'
        : `${countOf(decisions.length, 'customer')} ${verb} decided for, ${decisions.filter(({ choice }) => choice.explored).length} of them by chance alone; most often: ${most?.name ?? 'nothing'} (${most?.people ?? 0}). For ${resting} others nothing is open: they rest, no action is for them, or what is for them is full.`,
    how: 'For each customer an action is drawn as often as it is the best by what earlier decisions brought (Thompson sampling on a logistic model of what is known of them), its cost taken off; a lasting share is drawn by chance alone, doing nothing among it. Each decision is kept with its probability.',
    run,
    decided: decisions.length,
    resting,
    actions: groups,
    decisions: decisions.slice(0, mostShown).map((decision) => ({
      profile: decision.someone.profile,
      who: decision.someone.value,
      action: decision.action?.id ?? null,
      propensity: decision.choice.propensity,
      explored: decision.choice.explored,
      expected: decision.choice.expected,
      without: decision.without,
      why: whyOf(decision, money),
    })),
  };
}

/** Why this one for this customer: chance, or what is known, and how sure that is. */
function whyOf({ action, choice, without }: Decision, money: Money): string {
  if (choice.explored) return 'Drawn by chance alone, so that everything keeps being tried.';
  const times = `best in ${Math.round(100 * choice.best)} of 100 draws from what is known`;
  if (action === undefined) return `No action is expected to be worth its cost: doing nothing was ${times}.`;
  const more = choice.expected - without;
  if (more < -0.005)
    return `Tried because too little is known yet: it was ${times}, though on average it is expected to bring ${money(-more)} less than doing nothing.`;
  const than = Math.abs(more) < 0.005 ? 'as much as doing nothing' : `${money(more)} more than doing nothing`;
  return `Expected to bring ${money(choice.expected)} after its cost, ${than}; ${times}.`;
}
