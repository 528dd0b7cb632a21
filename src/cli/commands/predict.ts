import type { Command } from 'commander';
import {
  approveModelVersion,
  backtestModel,
  callList,
  customerForecast,
  customerScore,
  modelCard,
  valueBesideForecast,
  scoreModel,
  stopModel,
  trainedModels,
  trainModel,
} from '../../app/index.ts';
import { type CustomerScore, groupMethodNames } from '../../contract/index.ts';
import { ClienteleError, nextOrderOf, type Workspace } from '../../core/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { addOffers } from './predict-offers.ts';
import { addQuestions } from './predict-questions.ts';
import { addSettings } from './predict-settings.ts';
import { addSurvival } from './predict-survival.ts';
import { renderCalls } from '../render/calls.ts';
import { renderBacktest, renderCard } from '../render/model-card.ts';
import { localDay, money, plural, share } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

const modelArgument = 'the model: value, churn, next-order, timing, groups, recommendations, or a question of your own';
const versionArgument = 'a version by its number (default: the one that acts, else the newest)';

export function addPredict(program: Command): void {
  const command = program.command('predict').description('Foretell what customers will do: train, look at the card, approve, score.');
  command.addHelpText('after', '\nExample:\n  clientele predict train value --as-of latest');
  addTrain(command);
  addScore(command);
  addCard(command);
  addBacktest(command);
  addApprove(command);
  addStop(command);
  addCustomer(command);
  addCalls(command);
  addModels(command);
  addSurvival(command);
  addQuestions(command);
  addOffers(command);
  addSettings(command);
}

function addTrain(command: Command): void {
  const train = command
    .command('train')
    .argument('[model]', modelArgument, 'value')
    .description('Train a model on the facts until a moment, choosing by back-test, and keep it as a candidate.')
    .option('--approve', 'let it act at once, where it does better than what it stands beside: its traits become part of every refresh')
    .option('--anyway', 'with --approve: let it act also where it does no better')
    .option('--seed <number>', 'the seed of all chance in it', '1')
    .option('--method <name>', 'for groups: k-means, mixture, ward, k-prototypes, hdbscan or classes (default: what fits)')
    .option('--groups <number>', 'for groups: how many (default: by evidence)')
    .option('--by <columns>', 'for groups: traits and features to group by, separated by commas')
    .option('--among <text>', 'for groups: who is grouped, in the segment language');
  common(train, 'clientele predict train value --as-of latest --approve').action(async (model: string, options: TrainAsked) =>
    answer(
      options,
      (app) =>
        trainModel(app, model, {
          asOf: options.asOf,
          approve: options.approve === true,
          anyway: options.anyway === true,
          seed: wholeOf(options.seed, '--seed', 0),
          ...groupsWish(options),
        }),
      renderCard,
    ),
  );
}

type TrainAsked = CommonOptions & {
  readonly approve?: boolean;
  readonly anyway?: boolean;
  readonly seed: string;
  readonly method?: string;
  readonly groups?: string;
  readonly by?: string;
  readonly among?: string;
};

function groupsWish({ method, groups, by, among }: TrainAsked) {
  const known = groupMethodNames.find((name) => name === method);
  if (method !== undefined && known === undefined) throw new ClienteleError('usage', { detail: `--method takes one of ${groupMethodNames.join(', ')}.` });
  return {
    groups: {
      ...(known === undefined ? {} : { method: known }),
      ...(groups === undefined ? {} : { k: wholeOf(groups, '--groups', 2) }),
      ...(by === undefined ? {} : { columns: by.split(',').map((name) => name.trim()) }),
      ...(among === undefined ? {} : { among }),
    },
  };
}

function wholeOf(text: string, option: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new ClienteleError('usage', { detail: `${option} takes a whole number from ${least}.` });
}

function addScore(command: Command): void {
  const score = command
    .command('score')
    .argument('[model]', modelArgument, 'value')
    .description('Score every customer with the approved version and let segments follow. Every refresh does this too.');
  common(score, 'clientele predict score value --as-of latest').action(async (model: string, options: CommonOptions) =>
    answer(
      options,
      (app) => scoreModel(app, model, options.asOf),
      (run) =>
        `${plural(run.customers, 'customer')} scored by ${run.model} ${run.version} as of ${run.as_of}: ${plural(run.traits.length, 'trait')}; ${plural(run.segments, 'segment')}, ${plural(run.entered, 'entry', 'entries')}, ${plural(run.left, 'exit')}.`,
    ),
  );
}

function addCard(command: Command): void {
  const card = command
    .command('card')
    .argument('[model]', modelArgument, 'value')
    .argument('[version]', versionArgument)
    .description('What a model foretells, from which data, how well, and what it can not do.');
  common(card, 'clientele predict card value').action(async (model: string, version: string | undefined, options: CommonOptions) =>
    answer(
      options,
      async (app) => {
        const found = await modelCard(app, model, version === undefined ? undefined : Number(version), options.asOf);
        // Beside the shop's own forecast stands what acts today.
        return found.adds_up_to === null || options.asOf !== undefined ? found : { ...found, beside_forecast: await valueBesideForecast(app) };
      },
      renderCard,
    ),
  );
}

function addBacktest(command: Command): void {
  const backtest = command
    .command('backtest')
    .argument('[model]', modelArgument, 'value')
    .description('Hold every candidate against what came after earlier moments. Nothing is kept.');
  common(backtest, 'clientele predict backtest value --as-of latest').action(async (model: string, options: CommonOptions) =>
    answer(options, (app) => backtestModel(app, model, options.asOf), renderBacktest),
  );
}

function addApprove(command: Command): void {
  const approve = command
    .command('approve')
    .argument('[model]', modelArgument, 'value')
    .argument('[version]', 'a version by its number (default: the newest)')
    .description('Let a version act, now and at every refresh: also the way back to an earlier one.')
    .option('--anyway', 'also where it does no better than what it stands beside');
  common(approve, 'clientele predict approve value 1').action(
    async (model: string, version: string | undefined, options: CommonOptions & { readonly anyway?: boolean }) =>
      answer(
        options,
        (app) =>
          approveModelVersion(app, model, {
            asOf: options.asOf,
            anyway: options.anyway === true,
            ...(version === undefined ? {} : { version: Number(version) }),
          }),
        ({ model: name, version: number, predicts }) =>
          predicts.length === 0
            ? `${name} ${number} acts now.`
            : `${name} ${number} acts now; segments may speak of ${predicts.map(({ trait }) => trait).join(', ')}.`,
      ),
  );
}

function addStop(command: Command): void {
  const stop = command.command('stop').argument('[model]', modelArgument, 'value').description('Let no version of a model act any more; its traits go.');
  common(stop, 'clientele predict stop value').action(async (model: string, options: CommonOptions) =>
    answer(
      options,
      async (app) => {
        await stopModel(app, model, options.asOf);
        return { model, status: 'retired' };
      },
      () => `${model} no longer acts.`,
    ),
  );
}

function addModels(command: Command): void {
  const models = command.command('models').description('Every trained version and which one acts.');
  common(models, 'clientele predict models').action(async (options: CommonOptions) =>
    answer(options, trainedModels, (found, { zone }) =>
      found.length === 0
        ? 'Nothing is trained yet: run `clientele predict train`.'
        : renderTable(
            [
              { title: 'model', cell: (one: (typeof found)[number]) => one.model },
              { title: 'version', align: 'right', cell: (one) => String(one.version) },
              { title: 'status', cell: (one) => one.status },
              { title: 'method', cell: (one) => one.method },
              { title: 'facts until', cell: (one) => localDay(one.as_of, zone) },
              { title: 'trained', cell: (one) => localDay(one.trained_at, zone) },
            ],
            found,
          ),
    ),
  );
}

function addCustomer(command: Command): void {
  const customer = command
    .command('customer')
    .argument('<model>', 'the model, such as churn; without it a customer, of whom orders and money to come are told')
    .argument('[customer]', 'customer id, e-mail, phone or profile number (#12)')
    .description('What a model says of one customer, how sure it is, and why.');
  common(customer, 'clientele predict customer churn anna@example.com').action(async (first: string, second: string | undefined, options: CommonOptions) =>
    second === undefined || first === 'value'
      ? answer(options, (app) => customerForecast(app, second ?? first, options.asOf), renderForecast)
      : answer(options, (app) => customerScore(app, first, second, options.asOf), renderScore),
  );
}

const renderScore = ({ sentence, reasons, rank, model, version }: CustomerScore): string =>
  [
    sentence,
    `Higher than for ${share(rank)} of those who were asked about.`,
    ...reasons.map((reason) => `- ${reason.sentence}`),
    `by ${model} ${version}`,
  ].join('\n');

function renderForecast(found: Awaited<ReturnType<typeof customerForecast>>, { currency, zone }: Workspace): string {
  const { orders_90d: near, orders_12m: far, value_12m: value } = found;
  const ahead = nextOrderOf(found.next_order_date, found.as_of);
  return [
    ...found.because,
    '',
    `orders in 90 days    ${near.expected.toFixed(1)} (${near.low} to ${near.high})`,
    `orders in 12 months  ${far.expected.toFixed(1)} (${far.low} to ${far.high})`,
    `value in 12 months   ${money(value.expected, currency)} (${money(value.low, currency)} to ${money(value.high, currency)})`,
    `next order           ${ahead.kind === 'gone' ? 'not to be expected: probably gone' : `about ${localDay(ahead.at, zone)}`}`,
    `chance of an order   ${found.chances.map(({ days, probability }) => `${days} d ${share(probability)}`).join(', ')}`,
    `by ${found.model}`,
  ].join('\n');
}

function addCalls(command: Command): void {
  const calls = command
    .command('calls')
    .description(
      'Whom to call this week: an order is overdue, or a member may leave, and most money is at stake. With reasons, intervals, and how far to trust them.',
    )
    .option('--reach <how>', 'only those with a `phone` or an `email`; `any` for all', 'any')
    .option('--limit <count>', 'how many', '20');
  common(calls, 'clientele predict calls --as-of latest --reach email').action(
    async (options: CommonOptions & { readonly reach: string; readonly limit: string }) =>
      answer(options, (app) => callList(app, { reach: reachOf(options.reach), limit: Number(options.limit), as_of: options.asOf }), renderCalls),
  );
}

function reachOf(asked: string): 'any' | 'phone' | 'email' {
  if (asked === 'any' || asked === 'phone' || asked === 'email') return asked;
  throw new ClienteleError('usage', { detail: '--reach takes any, phone or email.' });
}
