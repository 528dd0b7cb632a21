import type { Command } from 'commander';
import { uplift } from '../../app/index.ts';
import type { UpliftAnswer } from '../../contract/schemas.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { withHow } from '../render/insight.ts';
import { share, wholeNumber } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

type Options = CommonOptions & { readonly treated: string; readonly control?: string; readonly since: string; readonly outcome: string; readonly days: string };

export function addUplift(program: Command): void {
  const command = program
    .command('uplift')
    .description('Whom a treatment has changed, where chance decided who got it: with honest Qini curves.')
    .requiredOption('--treated <definition>', 'who got it: a segment or a definition')
    .option('--control <definition>', 'who did not (default: everybody else)')
    .requiredOption('--since <when>', 'when it was given')
    .requiredOption('--outcome <definition>', 'what it was for, asked after the days')
    .option('--days <n>', 'how many days later', '14');
  common(
    command,
    `clientele uplift --treated 'group = "mail"' --control 'group = "none"' --since 2026-05-01 --outcome 'count(orders in last 14 days) >= 1'`,
  ).action(async (options: Options) =>
    answer(
      options,
      (app) =>
        uplift(app, {
          ...(options.asOf === undefined ? {} : { as_of: options.asOf }),
          treated: options.treated,
          ...(options.control === undefined ? {} : { control: options.control }),
          since: options.since,
          outcome: options.outcome,
          days: options.days,
        }),
      renderUplift,
    ),
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
      { title: 'treated', align: 'right', cell: (one) => wholeNumber(one.treated) },
      { title: 'not', align: 'right', cell: (one) => wholeNumber(one.control) },
    ],
    tenths,
  );
  return withHow(sentence, tenths.length === 0 ? judged : `${judged}\n\n${parts}`, how);
}
