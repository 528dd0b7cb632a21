import type { Command } from 'commander';
import { cohortAnalysis } from '../../app/index.ts';
import type { CohortAnalysisRequest } from '../../contract/schemas.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { renderCohortAnalysis } from '../render/insight.ts';

type Options = CommonOptions & {
  readonly start: string;
  readonly segment?: string;
  readonly event?: string;
  readonly by: CohortAnalysisRequest['by'];
  readonly measure: CohortAnalysisRequest['measure'];
  readonly limit: string;
};

export function addCohorts(program: Command): void {
  const command = program
    .command('cohorts')
    .description('What became of customers since they began: who came back, how often, for how much.')
    .option('--start <start>', 'first_order, first_channel or first_category', 'first_order')
    .option('--segment <name>', 'begin when entering this segment instead')
    .option('--event <name>', 'begin when this event first happened instead')
    .option('--by <period>', 'week, month or quarter', 'month')
    .option('--measure <measure>', 'retention, orders, revenue or margin', 'retention')
    .option('--limit <n>', 'how many periods or rows, 2 to 36', '13');
  common(command, 'clientele cohorts --start first_channel --measure revenue --as-of latest').action(async (options: Options) =>
    answer(
      options,
      (app) =>
        cohortAnalysis(app, {
          ...(options.asOf === undefined ? {} : { as_of: options.asOf }),
          start: startOf(options),
          by: options.by,
          measure: options.measure,
          limit: options.limit,
        }),
      renderCohortAnalysis,
    ),
  );
}

function startOf({ start, segment, event }: Options): CohortAnalysisRequest['start'] {
  if (segment !== undefined) return { kind: 'segment', segment };
  if (event !== undefined) return { kind: 'event', event };
  return { kind: start as 'first_order' };
}
