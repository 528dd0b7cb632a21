import type { Command } from 'commander';
import { actionReport, addAction, changeAction, decideActions, listActions, removeAction } from '../../app/index.ts';
import type { ActionReportAnswer, ActionsDecideAnswer } from '../../contract/schemas.ts';
import { countOf, type Workspace } from '../../core/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { yesOf } from '../yes-of.ts';
import { withHow } from '../render/insight.ts';
import { exactMoney, money, share, wholeNumber } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';
import { addActionSettings } from './actions-settings.ts';
import { addActionSuggest } from './actions-suggest.ts';
import { addActionToDo } from './actions-to-do.ts';

type Adding = CommonOptions & {
  readonly for: string;
  readonly cost: string;
  readonly worth: string;
  readonly rest: string;
  readonly most?: string;
  readonly channel: string;
};
type Changing = CommonOptions & { readonly [K in 'for' | 'cost' | 'worth' | 'rest' | 'most' | 'channel' | 'name']?: string } & { readonly paused?: string };
type Deciding = CommonOptions & { readonly among?: string; readonly limit: string; readonly dryRun?: boolean };

export function addActions(program: Command): void {
  const command = program
    .command('actions')
    .description('Your actions, which of them for whom, and what they brought: learnt from outcomes, with a lasting share of chance.');
  command.addHelpText('after', '\nExample:\n  clientele actions decide --dry-run --as-of latest');
  const list = command.command('list').description('What may be done for a customer.');
  common(list, 'clientele actions list').action(async (options: CommonOptions) =>
    answer(options, listActions, (found, { currency }) =>
      found.length === 0
        ? 'There are none yet: run `clientele actions suggest` for some that this shop has the people for, or `clientele actions add`.'
        : renderTable(
            [
              { title: 'id', cell: (one: (typeof found)[number]) => one.id },
              { title: 'name', cell: (one) => `${one.name}${one.enabled ? '' : ' (paused)'}` },
              { title: 'for', cell: (one) => one.eligible, max: 60 },
              { title: 'costs', align: 'right', cell: (one) => exactMoney(one.cost, currency) },
              { title: 'worth', align: 'right', cell: (one) => exactMoney(one.value, currency) },
              { title: 'rest', align: 'right', cell: (one) => `${one.rest_days} days` },
              { title: 'at most', align: 'right', cell: (one) => (one.most === null ? 'no limit' : wholeNumber(one.most)) },
            ],
            found,
          ),
    ),
  );
  const add = command
    .command('add')
    .argument('<name>', 'what you call it')
    .description('Define an action.')
    .requiredOption('--for <definition>', 'whom it may be done for, in the segment language')
    .option('--cost <money>', 'what doing it once costs', '0')
    .option('--worth <money>', 'what it is worth when the outcome comes', '1')
    .option('--rest <days>', 'no action for so many days after one', '14')
    .option('--most <n>', 'customers in one run at most')
    .option('--channel <name>', 'how it reaches them', '');
  common(add, `clientele actions add "Coffee voucher" --for 'orders >= 1' --cost 2 --worth 12`).action(async (name: string, options: Adding) =>
    answer(
      options,
      (app) =>
        addAction(
          app,
          {
            name,
            eligible: options.for,
            cost: Number(options.cost),
            value: Number(options.worth),
            rest_days: Number(options.rest),
            most: options.most === undefined ? null : Number(options.most),
            channel: options.channel,
          },
          'command line',
        ),
      (made) => `${made.name} may be done for: ${made.eligible} (${made.id}).`,
    ),
  );
  const change = command
    .command('change')
    .argument('<id>', 'as `actions list` shows it')
    .description('Change an action, pause it or go on with it. What was decided for it stays.')
    .option('--name <name>', 'what you call it')
    .option('--for <definition>', 'whom it may be done for, in the segment language')
    .option('--cost <money>', 'what doing it once costs')
    .option('--worth <money>', 'what it is worth when the outcome comes')
    .option('--rest <days>', 'no action for so many days after one')
    .option('--most <n>', 'customers in one run at most; "none" for no limit')
    .option('--channel <name>', 'how it reaches them')
    .option('--paused <yes/no>', 'whether it is left out for now');
  common(change, 'clientele actions change 3f2a --most 20').action(async (id: string, options: Changing) =>
    answer(
      options,
      (app) => changeAction(app, id, changeOf(options)),
      ({ name, eligible, enabled }) => `${name}${enabled ? '' : ' is paused; it'} may be done for: ${eligible}.`,
    ),
  );
  const remove = command.command('remove').argument('<id>', 'as `actions list` shows it').description('Take an action away; what was decided stays on record.');
  common(remove, 'clientele actions remove 3f2a').action(async (id: string, options: CommonOptions) =>
    answer(
      options,
      async (app) => {
        await removeAction(app, id);
        return { removed: id };
      },
      () => 'It is taken away.',
    ),
  );
  const decide = command
    .command('decide')
    .description('Choose an action for each customer and write it down.')
    .option('--among <definition>', 'only for these: a segment or a definition')
    .option('--limit <n>', 'customers at most', '50000')
    .option('--dry-run', 'only look: nothing is written down');
  common(decide, 'clientele actions decide --dry-run --as-of latest').action(async (options: Deciding) =>
    answer(
      options,
      (app) =>
        decideActions(app, {
          ...(options.asOf === undefined ? {} : { as_of: options.asOf }),
          ...(options.among === undefined ? {} : { among: options.among }),
          limit: options.limit,
          dry_run: options.dryRun === true,
        }),
      renderDecided,
    ),
  );
  const report = command.command('report').description('What decisions brought, and what other rules would have brought.');
  common(report, 'clientele actions report --as-of latest').action(async (options: CommonOptions) =>
    answer(options, (app) => actionReport(app, { as_of: options.asOf }), renderReport),
  );
  addActionToDo(command);
  addActionSuggest(command);
  addActionSettings(command);
}

const changeOf = ({ name, for: eligible, cost, worth, rest, most, channel, paused }: Changing): Parameters<typeof changeAction>[2] => ({
  name,
  eligible,
  channel,
  cost: cost === undefined ? undefined : Number(cost),
  value: worth === undefined ? undefined : Number(worth),
  rest_days: rest === undefined ? undefined : Number(rest),
  most: most === undefined ? undefined : most === 'none' ? null : Number(most),
  enabled: paused === undefined ? undefined : !yesOf(paused, '--paused'),
});

const mostNamed = 20;

function renderDecided({ sentence, how, actions, decisions }: ActionsDecideAnswer, { currency }: Workspace): string {
  const names = new Map(actions.map(({ id, name }) => [id, name]));
  const done = decisions.filter(({ action }) => action !== null).slice(0, mostNamed);
  const people = renderTable(
    [
      { title: 'customer', cell: (one: (typeof done)[number]) => one.who, max: 32 },
      { title: 'gets', cell: (one) => names.get(one.action) ?? '', max: 44 },
      { title: 'why', cell: (one) => one.why, max: 110 },
    ],
    done,
  );
  const table = renderTable(
    [
      { title: 'action', cell: (one: ActionsDecideAnswer['actions'][number]) => one.name },
      { title: 'people', align: 'right', cell: (one) => wholeNumber(one.people) },
      { title: 'by chance', align: 'right', cell: (one) => wholeNumber(one.explored) },
      { title: 'costs', align: 'right', cell: (one) => exactMoney(one.costs, currency) },
      { title: 'expected in all', align: 'right', cell: (one) => money(one.expected, currency) },
    ],
    actions,
  );
  return withHow(sentence, done.length === 0 ? table : `${table}\n\n${people}`, how);
}

function renderReport({ sentence, how, actions, budget }: ActionReportAnswer, { currency }: Workspace): string {
  const rate = (one: { readonly rate: number | null; readonly low: number | null; readonly high: number | null }): string =>
    one.rate === null ? '' : `${share(one.rate)} (${share(one.low ?? 0)} to ${share(one.high ?? 1)})`;
  const table = renderTable(
    [
      { title: 'action', cell: (one: ActionReportAnswer['actions'][number]) => one.name },
      { title: 'taken', align: 'right', cell: (one) => wholeNumber(one.taken) },
      { title: 'spent', align: 'right', cell: (one) => exactMoney(one.spent, currency) },
      { title: 'outcome', cell: rate },
      { title: 'by chance alone', cell: (one) => rate(one.random) },
    ],
    actions,
  );
  const left =
    budget === null
      ? ''
      : `\n\nOf ${exactMoney(budget.amount, currency)} for ${countOf(budget.days, 'day')} ${exactMoney(budget.spent, currency)} is spent, ${exactMoney(budget.left, currency)} left.`;
  return withHow(sentence, `${table}${left}`, how);
}
