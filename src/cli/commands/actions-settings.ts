import type { Command } from 'commander';
import { actionSettings, type App, setActionSettings } from '../../app/index.ts';
import type { ActionSettings } from '../../contract/schemas.ts';
import { countOf, type Workspace } from '../../core/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { exactMoney, share } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

type Wished = CommonOptions & {
  readonly chance?: string;
  readonly within?: string;
  readonly outcome?: string;
  readonly byItself?: string;
  readonly budget?: string;
  readonly days?: string;
};

/** What stays to chance, and what counts as an outcome; without options it says what is set. */
export function addActionSettings(command: Command): void {
  const settings = command
    .command('settings')
    .description('The share of decisions that chance alone takes, and what counts as an outcome. Without options it says what is set.')
    .option('--chance <share>', 'share of decisions that stay random for good, 0.01 to 1')
    .option('--within <days>', 'days in which the outcome may come')
    .option('--outcome <event>', '"order", or the name of an event')
    .option('--budget <money>', 'what all actions together may cost in the days of --days, those before now counted; "none" for no limit')
    .option('--days <days>', 'the days of the budget')
    .option(
      '--by-itself <money>',
      'what an outcome is worth that comes without any action; "auto" for as much as with the least of the actions that were open to the customer',
    );
  common(settings, 'clientele actions settings --chance 0.2 --within 21').action(async (options: Wished) =>
    answer(
      options,
      async (app) => {
        const now = await actionSettings(app);
        return asksNothing(options) ? now : write(app, now, options);
      },
      render,
    ),
  );
}

const asksNothing = ({ chance, within, outcome, byItself, budget, days }: Wished): boolean =>
  [chance, within, outcome, byItself, budget, days].every((each) => each === undefined);

async function write(app: App, now: ActionSettings, { chance, within, outcome, byItself, budget, days }: Wished): Promise<ActionSettings> {
  const { actionSettingsSchema } = await import('../../contract/schemas.ts');
  const next = actionSettingsSchema.parse({
    ...now,
    ...(chance === undefined ? {} : { random_share: Number(chance) }),
    ...(within === undefined ? {} : { horizon_days: Number(within) }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(budget === undefined ? {} : { budget: budget === 'none' ? null : Number(budget) }),
    ...(days === undefined ? {} : { budget_days: Number(days) }),
    ...(byItself === undefined ? {} : { worth_by_itself: byItself === 'auto' ? null : Number(byItself) }),
  });
  return setActionSettings(app, next);
}

const render = (found: ActionSettings, { currency }: Workspace): string =>
  renderTable<readonly [string, string]>(
    [
      { title: 'setting', cell: ([name]) => name },
      { title: 'value', cell: ([, value]) => value },
    ],
    [
      ['left to chance alone', share(found.random_share)],
      ['an outcome is', found.outcome === 'order' ? 'an order' : found.outcome],
      ['within', `${found.horizon_days} days of the decision`],
      ['may cost', found.budget === null ? 'no limit' : `${exactMoney(found.budget, currency)} in ${countOf(found.budget_days, 'day')}`],
      ['worth when it comes by itself', found.worth_by_itself === null ? 'the least of what was open' : exactMoney(found.worth_by_itself, currency)],
    ],
  );
