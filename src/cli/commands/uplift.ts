import type { Command } from 'commander';
import { forgetUplift, keepUplift, keptUplifts, uplift } from '../../app/index.ts';
import type { KeptUplift, UpliftAnswer, UpliftRequest } from '../../contract/schemas.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { withHow } from '../render/insight.ts';
import { share, wholeNumber } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

type Options = CommonOptions & { readonly treated: string; readonly control?: string; readonly since: string; readonly outcome: string; readonly days: string };

export function addUplift(program: Command): void {
  const command = program.command('uplift').description('Whom a treatment has changed, where chance decided who got it: with honest Qini curves.');
  command.addHelpText('after', `\nExample:\n  clientele uplift --treated 'group = "mail"' --since 2026-05-01 --outcome 'count(orders in last 14 days) >= 1'`);
  const of = asked(command.command('of', { isDefault: true }).description('What it changed, for whom most, and how well that can be told.'));
  common(of, `clientele uplift --treated 'group = "mail"' --control 'group = "none"' --since 2026-05-01 --outcome 'count(orders in last 14 days) >= 1'`).action(
    async (options: Options) => answer(options, (app) => uplift(app, requestOf(options)), renderUplift),
  );
  const keep = asked(
    command
      .command('keep')
      .argument('<name>', 'what you call it')
      .description('Keep it as the trait predicted.uplift_…, for segments of those whom it changes most; every refresh scores everybody anew.'),
  );
  common(keep, `clientele uplift keep "spring letter" --treated 'group = "mail"' --since 2026-05-01 --outcome 'count(orders in last 14 days) >= 1'`).action(
    async (name: string, options: Options) =>
      answer(
        options,
        (app) => keepUplift(app, { name, ...requestOf(options) }, 'command line'),
        (kept) => renderKept([kept]),
      ),
  );
  const list = command.command('list').description('Uplifts that are kept as traits, and whom to treat by each.');
  common(list, 'clientele uplift list').action(async (options: CommonOptions) =>
    answer(options, keptUplifts, (found) => (found.length === 0 ? 'None are kept: run `clientele uplift keep NAME`.' : renderKept(found))),
  );
  const forget = command.command('forget').argument('<slug>', 'as `uplift list` shows it').description('Keep it no longer: the trait goes.');
  common(forget, 'clientele uplift forget spring-letter').action(async (slug: string, options: CommonOptions) =>
    answer(
      options,
      async (app) => {
        await forgetUplift(app, slug);
        return { removed: slug };
      },
      ({ removed }) => `The uplift of ${removed} is kept no longer.`,
    ),
  );
}

const asked = (command: Command): Command =>
  command
    .requiredOption('--treated <definition>', 'who got it: a segment or a definition')
    .option('--control <definition>', 'who did not (default: everybody else)')
    .requiredOption('--since <when>', 'when it was given')
    .requiredOption('--outcome <definition>', 'what it was for, asked after the days')
    .option('--days <n>', 'how many days later', '14');

const requestOf = ({ asOf, treated, control, since, outcome, days }: Options): UpliftRequest => ({
  ...(asOf === undefined ? {} : { as_of: asOf }),
  treated,
  ...(control === undefined ? {} : { control }),
  since,
  outcome,
  days,
});

function renderKept(kept: readonly KeptUplift[]): string {
  return renderTable(
    [
      { title: 'slug', cell: (one: KeptUplift) => one.slug },
      { title: 'trait', cell: (one) => one.trait },
      { title: 'method', cell: (one) => one.method },
      { title: 'changes', align: 'right', cell: (one) => share(one.difference) },
      { title: 'top 30%', align: 'right', cell: (one) => (one.top_30 === null ? '' : share(one.top_30)) },
      { title: 'whom to treat', cell: (one) => one.sizes.find((size) => size.share === 0.3)?.expression ?? '', max: 60 },
    ],
    kept,
  );
}

function renderUplift({ sentence, how, models, tenths }: UpliftAnswer): string {
  const judged = renderTable(
    [
      { title: 'model', cell: (one: UpliftAnswer['models'][number]) => `${one.chosen ? '* ' : '  '}${one.label}` },
      { title: 'Qini', align: 'right', cell: (one) => `${one.qini.toFixed(4)} ± ${one.qini_error.toFixed(4)}` },
      { title: 'AUUC', align: 'right', cell: (one) => one.auuc.toFixed(4) },
      { title: 'top 30%', align: 'right', cell: (one) => (one.top_30 === null ? '' : share(one.top_30)) },
      { title: 'lower half', align: 'right', cell: (one) => (one.bottom_half === null ? '' : share(one.bottom_half)) },
    ],
    models,
  );
  const parts = renderTable(
    [
      { title: 'tenth', align: 'right', cell: (one: UpliftAnswer['tenths'][number]) => String(tenths.indexOf(one) + 1) },
      { title: 'expected', align: 'right', cell: (one) => share(one.expected) },
      { title: 'found', align: 'right', cell: (one) => (one.uplift === null ? '' : share(one.uplift)) },
      { title: 'between', align: 'right', cell: (one) => (one.low === null || one.high === null ? '' : `${share(one.low)} and ${share(one.high)}`) },
      { title: 'treated', align: 'right', cell: (one) => wholeNumber(one.treated) },
      { title: 'not', align: 'right', cell: (one) => wholeNumber(one.control) },
    ],
    tenths,
  );
  return withHow(sentence, tenths.length === 0 ? judged : `${judged}\n\n${parts}`, how);
}
