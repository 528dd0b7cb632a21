import type { Command } from 'commander';
import {
  checkPrediction,
  compareModel,
  definePrediction,
  predictionTargets,
  questionWarnings,
  readDefinition,
  removeDefinition,
  rollBackModel,
  stopModel,
  trainModel,
} from '../../app/index.ts';
import type { ModelComparison, PredictionCheck, PredictionTarget } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { renderCard } from '../render/model-card.ts';
import { plural, wholeNumber } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

type Asked = {
  readonly event?: string;
  readonly category?: string;
  readonly product?: string;
  readonly segment?: string;
  readonly condition?: string;
  readonly order?: boolean;
  readonly within?: string;
  readonly among?: string;
};

/** "Who will …": asking, checking, comparing, going back. */
export function addQuestions(command: Command): void {
  addDefine(command);
  addCheck(command);
  addTargets(command);
  addRemove(command);
  addCompare(command);
  addRollBack(command);
}

const target = (command: Command): Command =>
  command
    .option('--event <name>', 'that an event of this name happens, such as "Email Link Clicked"')
    .option('--category <name>', 'that they buy something of this category')
    .option('--product <name>', 'that they buy this product')
    .option('--segment <name>', 'that they enter this segment')
    .option('--condition <text>', 'that this condition of the segment language holds at the end of the horizon')
    .option('--order', 'that they order')
    .option('--within <days>', 'the horizon in days', '30')
    .option('--among <text>', 'of whom it is asked, in the segment language');

function targetOf(asked: Asked): PredictionTarget {
  if (asked.event !== undefined) return { kind: 'event', event: asked.event };
  if (asked.category !== undefined) return { kind: 'category', category: asked.category };
  if (asked.product !== undefined) return { kind: 'product', product: asked.product };
  if (asked.segment !== undefined) return { kind: 'segment', segment: asked.segment };
  if (asked.condition !== undefined) return { kind: 'condition', text: asked.condition };
  if (asked.order === true) return { kind: 'order' };
  throw new ClienteleError('usage', { detail: 'Say what is to be foretold: --event, --category, --product, --segment, --condition or --order.' });
}

function questionOf(asked: Asked) {
  const days = Number(asked.within);
  if (!Number.isInteger(days) || days < 1 || days > 730) throw new ClienteleError('usage', { detail: '--within takes whole days from 1 to 730.' });
  return { target: targetOf(asked), horizon_days: days, among: asked.among ?? null };
}

function addDefine(command: Command): void {
  const define = target(command.command('define'))
    .argument('<name>', 'who will …, such as "buy beans"')
    .description('Ask "who will …": keeps the question and learns it; the trait is predicted.will_NAME once it is approved.')
    .option('--approve', 'let it act at once');
  common(define, 'clientele predict define "buy decaf" --category Decaf --within 60 --approve').action(
    async (name: string, options: CommonOptions & Asked & { readonly approve?: boolean }) => {
      let warnings: readonly string[] = [];
      return answer(
        options,
        async (app) => {
          const question = questionOf(options);
          const { model } = await definePrediction(app, { name, ...question }, 'command line');
          warnings = await questionWarnings(app, question);
          return trainModel(app, model, { asOf: options.asOf, approve: options.approve === true });
        },
        (card, workspace) => [...warnings.map(noteOf), renderCard(card, workspace)].join('\n'),
      );
    },
  );
}

const noteOf = (warning: string): string => `Note: ${warning}`;

function addCheck(command: Command): void {
  const check = target(command.command('check')).description('What a question would have found at earlier moments, and whether that is enough to learn from.');
  common(check, 'clientele predict check --event "Email Link Clicked" --within 30').action(async (options: CommonOptions & Asked) =>
    answer(options, (app) => checkPrediction(app, questionOf(options)), renderCheck),
  );
}

function renderCheck({ sentence, among_sentence, cut_offs, verdict, warnings }: PredictionCheck): string {
  const table = renderTable(
    [
      { title: 'at', cell: (row: PredictionCheck['cut_offs'][number]) => row.date },
      { title: 'customers', align: 'right', cell: (row) => wholeNumber(row.customers) },
      { title: 'did it', align: 'right', cell: (row) => wholeNumber(row.positives) },
    ],
    cut_offs,
  );
  return `${sentence}${among_sentence === null ? '' : ` (of those with: ${among_sentence})`}\n${table}\n${[verdict, ...warnings.map(noteOf)].join('\n')}`;
}

function addTargets(command: Command): void {
  const targets = command.command('targets').description('What "who will …" can be about here.');
  common(targets, 'clientele predict targets').action(async (options: CommonOptions) =>
    answer(options, predictionTargets, ({ suggestions, events, categories }) =>
      [
        ...suggestions.map(({ name, customers }) => `who will ${name} (${plural(customers, 'customer')} did)`),
        `events: ${events.map(({ event }) => event).join(', ')}`,
        `categories: ${categories.map(({ category }) => category).join(', ')}`,
      ].join('\n'),
    ),
  );
}

function addRemove(command: Command): void {
  const remove = command
    .command('remove')
    .argument('<model>', 'a question by its model, such as will-buy-decaf')
    .description('Remove a question; its trait goes.');
  common(remove, 'clientele predict remove will-buy-decaf').action(async (model: string, options: CommonOptions) =>
    answer(
      options,
      async (app) => {
        await readDefinition(app, model);
        await stopModel(app, model, options.asOf);
        return removeDefinition(app, model);
      },
      ({ name }) => `Nobody asks any more who will ${name}.`,
    ),
  );
}

function addCompare(command: Command): void {
  const compare = command.command('compare').argument('[model]', 'the model', 'value').description('The version that acts beside the newer one that waits.');
  common(compare, 'clientele predict compare value').action(async (model: string, options: CommonOptions) =>
    answer(options, (app) => compareModel(app, model), renderComparison),
  );
}

const betterWords = { champion: 'the one that acts', challenger: 'the newer one', equal: 'equal', unknown: 'not known' } as const;

function renderComparison({ figures, champion, challenger, advice }: ModelComparison): string {
  const shown = (value: number | null): string => (value === null ? '' : Number(value.toPrecision(4)).toString());
  const table = renderTable(
    [
      { title: 'figure', cell: (row: ModelComparison['figures'][number]) => row.label },
      { title: `acts (${champion?.version ?? '–'})`, align: 'right', cell: (row) => shown(row.champion) },
      { title: `waits (${challenger?.version ?? '–'})`, align: 'right', cell: (row) => shown(row.challenger) },
      { title: 'better', cell: (row) => betterWords[row.better] },
    ],
    figures,
  );
  return figures.length === 0 ? advice : `${table}\n${advice}`;
}

function addRollBack(command: Command): void {
  const back = command.command('roll-back').argument('[model]', 'the model', 'value').description('Let the version act again that acted before.');
  common(back, 'clientele predict roll-back value').action(async (model: string, options: CommonOptions) =>
    answer(
      options,
      (app) => rollBackModel(app, model, options.asOf),
      ({ model: name, version }) => `${name} ${version} acts again.`,
    ),
  );
}
