import type { Command } from 'commander';
import { forecast } from '../../app/index.ts';
import type { ForecastRequest } from '../../contract/schemas.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { renderForecast } from '../render/insight.ts';

type Options = CommonOptions & { readonly segment?: string; readonly weeks: string };

export function addForecast(program: Command): void {
  const command = program
    .command('forecast')
    .argument('[measure]', 'revenue, orders, customers or new_customers', 'revenue')
    .description('The weeks to come, with intervals: of revenue, orders, customers, or a segment’s size.')
    .option('--segment <name>', 'the size of this segment instead')
    .option('--weeks <n>', 'how many weeks ahead, 1 to 26', '13');
  common(command, 'clientele forecast orders --weeks 8 --as-of latest').action(async (measure: string, options: Options) =>
    answer(
      options,
      (app) =>
        forecast(app, {
          ...(options.asOf === undefined ? {} : { as_of: options.asOf }),
          ...(options.segment === undefined ? { measure: measure as ForecastRequest['measure'] } : { measure: 'segment', segment: options.segment }),
          weeks: options.weeks,
        }),
      renderForecast,
    ),
  );
}
