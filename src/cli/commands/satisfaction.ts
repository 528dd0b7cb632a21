import type { Command } from 'commander';
import { satisfaction } from '../../app/index.ts';
import type { SatisfactionAnswer, SatisfactionRequest } from '../../contract/schemas.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { withHow } from '../render/insight.ts';
import { share, wholeNumber } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

type Options = CommonOptions & {
  readonly measure?: NonNullable<SatisfactionRequest['measure']>;
  readonly by: SatisfactionRequest['by'];
  readonly segments?: readonly string[];
};

export function addSatisfaction(program: Command): void {
  const command = program
    .command('satisfaction')
    .description('The net promoter score or satisfaction, over time and segment beside segment.')
    .option('--measure <measure>', 'nps or csat (default: the one of which there are answers)')
    .option('--by <period>', 'month or quarter', 'quarter')
    .option('--segments <definitions...>', 'segments or definitions, each in quotes');
  common(command, 'clientele satisfaction --segments champions at-risk --as-of latest').action(async ({ measure, by, segments, ...options }: Options) =>
    answer(
      options,
      (app) =>
        satisfaction(app, {
          ...(options.asOf === undefined ? {} : { as_of: options.asOf }),
          ...(measure === undefined ? {} : { measure }),
          by,
          segments: [...(segments ?? [])],
        }),
      renderSatisfaction,
    ),
  );
}

type Row = { readonly name: string; readonly answers: number; readonly score: number | null; readonly low: number | null; readonly high: number | null };

function renderSatisfaction({ sentence, how, measure, overall, periods, segments }: SatisfactionAnswer): string {
  const score = (value: number | null): string => (value === null ? '' : measure === 'nps' ? value.toFixed(0) : share(value));
  const rows: readonly Row[] = [
    { name: 'everybody', ...overall },
    ...segments,
    ...periods.map((period) => ({ name: `from ${period.starts.slice(0, 10)}`, ...period })),
  ];
  const table = renderTable(
    [
      { title: 'who or when', cell: (row: Row) => row.name },
      { title: 'answers', align: 'right', cell: (row) => wholeNumber(row.answers) },
      { title: 'score', align: 'right', cell: (row) => score(row.score) },
      { title: '95%', cell: (row) => (row.low === null ? '' : `${score(row.low)} to ${score(row.high)}`) },
    ],
    rows,
  );
  return withHow(sentence, table, how);
}
