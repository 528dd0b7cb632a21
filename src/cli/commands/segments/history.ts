import { type Command, Option } from 'commander';
import { segmentHistory } from '../../../app/index.ts';
import type { Workspace } from '../../../core/index.ts';
import { answer, common, type CommonOptions } from '../../common.ts';
import { localTime, money, wholeNumber } from '../../render/numbers.ts';
import { renderTable } from '../../render/table.ts';

type HistoryOptions = CommonOptions & { readonly every: 'day' | 'week' | 'month'; readonly from?: string; readonly to?: string };

export function addHistory(segments: Command): void {
  const command = segments
    .command('history')
    .description('Sizes of a segment over time, reconstructed from the facts where no refresh recorded one.')
    .argument('<segment>', 'slug or name')
    .addOption(new Option('--every <period>', 'how often to look').choices(['day', 'week', 'month']).default('week'))
    .option('--from <date>', 'from this date (default: a year of weeks before the end, or the first fact)')
    .option('--to <date>', 'to this date (default: --as-of)');
  common(command, 'clientele segments history champions --every week --as-of latest').action(async (slug: string, options: HistoryOptions) => {
    await answer(options, (app) => segmentHistory(app, slug, options), renderPoints);
  });
}

const renderPoints = (points: Awaited<ReturnType<typeof segmentHistory>>, { zone, currency }: Workspace): string =>
  renderTable(
    [
      { title: 'at', cell: (point: (typeof points)[number]) => localTime(point.at, zone) },
      { title: 'customers', align: 'right', cell: (point) => wholeNumber(point.members) },
      {
        title: 'change',
        align: 'right',
        cell: (point) => (point.change === null || point.change === 0 ? '' : `${point.change > 0 ? '+' : '−'}${wholeNumber(Math.abs(point.change))}`),
      },
      { title: 'spent by then', align: 'right', cell: (point) => money(point.revenue, currency) },
      { title: '', cell: (point) => '█'.repeat(Math.round((30 * point.members) / Math.max(1, ...points.map((each) => each.members)))) },
    ],
    points,
  );
