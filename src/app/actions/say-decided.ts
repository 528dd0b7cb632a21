import { calledOf } from '../../contract/index.ts';
import type { Action, ActionsDecideAnswer, CustomerSummary } from '../../contract/schemas.ts';
import { shareOf, countOf } from '../../core/index.ts';
import type { ArmChoice } from '../../stats/index.ts';

const mostShown = 200;

export type Someone = { readonly profile: number; readonly namespace: string; readonly value: string; readonly context: readonly number[] };
export type Decision = {
  readonly someone: Someone;
  readonly action: Action | undefined;
  readonly choice: ArmChoice;
  readonly without: number;
  /** Whether something open is expected to bring more than doing nothing. */
  readonly pays: boolean;
  readonly allowed: readonly string[];
};

type Money = (amount: number) => string;
type Run = {
  /** Those who are shown, by number. */
  readonly people: ReadonlyMap<number, CustomerSummary>;
  /** Share of the decisions, and of the budget, that is left to chance. */
  readonly share: number;
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

/** What was decided for whom, in words: those who get something first. */
export function decidedAnswer(told: Run, decisions: readonly Decision[]): ActionsDecideAnswer {
  const { asOf, worth, money, run, actions, resting, budget, price, people } = told;
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
  return {
    as_of: asOf,
    sentence: decisions.length === 0 ? `Nobody is open for any action now.${moneySaid(told, 0)}` : sentenceOf(told, groups, decisions),
    how: `For each customer an action is drawn as often as it is the best by what earlier decisions brought (Thompson sampling on a logistic model of what is known of them), its cost taken off, among those that are not expected to bring less than doing nothing; a lasting share is drawn by chance alone from all that is open, doing nothing among it, for no more than its share of the budget. ${worthSaid(worth, money)} Each decision is kept with its probability.`,
    run,
    decided: decisions.length,
    resting,
    budget,
    actions: groups,
    decisions: foremost(decisions).flatMap((decision) => {
      const customer = people.get(decision.someone.profile);
      if (customer === undefined) return [];
      return {
        profile: decision.someone.profile,
        who: calledOf(customer),
        customer,
        action: decision.action?.id ?? null,
        propensity: decision.choice.propensity,
        explored: decision.choice.explored,
        expected: decision.choice.expected,
        without: decision.without,
        why: whyOf(decision, money, price),
      };
    }),
  };
}

/** Those who are shown: whom something is done for, then whom nothing is. */
export const foremost = (decisions: readonly Decision[]): readonly Decision[] =>
  decisions.toSorted((one, other) => Number(other.action !== undefined) - Number(one.action !== undefined)).slice(0, mostShown);

function sentenceOf(told: Run, groups: ActionsDecideAnswer['actions'], decisions: readonly Decision[]): string {
  const done = groups.filter(({ id, people }) => id !== null && people > 0);
  const sum = (of: 'people' | 'explored' | 'costs'): number => done.reduce((all, one) => all + one[of], 0);
  const verb = told.run === null ? 'would get' : sum('people') === 1 ? 'gets' : 'get';
  const which = done.length === 0 ? '' : `: ${done.map(({ name, people }) => `${name} (${people.toLocaleString('en-GB')})`).join(', ')}`;
  const tried =
    sum('explored') === 0 ? '' : `, ${sum('explored') === sum('people') ? 'all' : sum('explored').toLocaleString('en-GB')} of them only as a try, by chance`;
  const others =
    told.resting === 0 ? '' : ` For ${countOf(told.resting, 'other')} nothing is open: they rest, no action is for them, or what is for them is full.`;
  return `${sum('people').toLocaleString('en-GB')} of ${countOf(decisions.length, 'customer')} ${verb} something${which}${tried}.${others}${triesSaid(decisions)}${moneySaid(told, sum('costs'))}`;
}

/** Where nothing pays by what is known, whatever is done for money is a try. */
function triesSaid(decisions: readonly Decision[]): string {
  if (decisions.some(({ pays }) => pays)) return '';
  const free = decisions.some(({ action, choice }) => action !== undefined && !choice.explored);
  return ` No action is expected to bring more than doing nothing yet: what ${free ? 'costs something' : 'is done'} is only tried, by chance.`;
}

const worthSaid = (worth: number | null, money: Money): string =>
  `An outcome that comes by itself counts as ${worth === null ? 'much as with the least of the actions that are open to that customer' : money(worth)}.`;

/** What it costs: without a budget in all, with one what was spent of it, for how many it was too little, and what chance alone may spend. */
function moneySaid({ money, unpaid, budget, run, share, actions }: Run, costs: number): string {
  if (budget === null) return costs === 0 ? '' : ` ${run === null ? 'It would cost' : 'It costs'} ${money(costs)} in all.`;
  const { amount, days, spent, by_chance: chance } = budget;
  const short = unpaid === 0 ? '' : `; for ${countOf(unpaid, 'customer')} the rest does not pay for anything`;
  const dear = actions.every(({ cost }) => cost > chance.may + 1e-6);
  const tries = dear
    ? ` Chance may spend ${money(chance.may)} of it, too little for any of your actions: as long as none is known to pay, none is tried. Raise the budget or the share that stays to chance.`
    : ` Chance may spend ${shareOf(share)} of it, ${money(chance.may)}, on tries: ${money(chance.spent)} ${run === null ? 'would be' : 'is'}.`;
  return ` Of ${money(amount)} for ${countOf(days, 'day')} ${money(spent)} ${run === null ? 'would be' : 'is'} spent${short}.${tries}`;
}

/** Why this one for this customer: chance, or what is known, and how sure that is. */
function whyOf({ action, choice, without, pays }: Decision, money: Money, price: number): string {
  if (choice.explored) return 'Drawn by chance alone, so that everything keeps being tried.';
  const times = `by what is known so far the best choice ${Math.round(100 * choice.best)} times in 100`;
  if (action === undefined && price > 0) return `The budget does more for others: doing nothing is ${times}.`;
  if (action === undefined && pays) return `Doing nothing is ${times}: what an action brings is not sure yet.`;
  if (action === undefined) return 'No action is expected to bring more than doing nothing.';
  const more = choice.expected - without;
  const than = Math.abs(more) < 0.005 ? 'as much as doing nothing' : `${money(more)} more than doing nothing`;
  return `Expected to bring ${money(choice.expected)} after its cost, ${than}; ${times}.`;
}
