import type { Command } from 'commander';
import { journeys, usualRange } from '../../app/index.ts';
import type { JourneysAnswer } from '../../contract/schemas.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { withHow } from '../render/insight.ts';
import { share, wholeNumber } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

type Options = CommonOptions & { readonly from?: string; readonly to?: string; readonly segments: readonly string[]; readonly within?: string };

export function addJourneys(program: Command): void {
  const command = program
    .command('journeys')
    .argument('<steps...>', 'names of events, in order')
    .description('The same way walked by segments: where each loses more than the others, and what those met who got through.')
    .option('--from <date>', 'from this day on (default: the last 90 days until the last one)')
    .option('--to <date>', 'until this day (default: the one before the moment that figures are of)')
    .requiredOption('--segments <definitions...>', 'segments or definitions, each in quotes')
    .option('--within <days>', 'from each step to the next in so many days at most');
  common(command, `clientele journeys "Product Viewed" "Order Completed" --from 2026-01-01 --to 2026-03-31 --segments champions at-risk --as-of latest`).action(
    async (steps: readonly string[], { from, to, segments, within, ...options }: Options) =>
      answer(
        options,
        async (app) =>
          journeys(app, {
            ...(options.asOf === undefined ? {} : { as_of: options.asOf }),
            ...(await usualRange(app, options.asOf, { from, to })),
            steps: [...steps],
            segments: [...segments],
            ...(within === undefined ? {} : { within: { amount: within, unit: 'day' } }),
          }),
        renderJourneys,
      ),
  );
}

type Row = JourneysAnswer['groups'][number]['steps'][number] & { readonly name: string };

function renderJourneys({ sentence, how, groups, touch_points }: JourneysAnswer): string {
  const rows = groups.flatMap(({ name, steps }) => steps.map((step): Row => ({ name, ...step })));
  const table = renderTable(
    [
      { title: 'segment', cell: (row: Row) => row.name },
      { title: 'step', cell: (row) => row.event },
      { title: 'people', align: 'right', cell: (row) => wholeNumber(row.people) },
      { title: 'of the step before', cell: (row) => `${share(row.share_of_previous)} (${share(row.low)} to ${share(row.high)})` },
      { title: 'against others', cell: (row) => againstWords(row) },
      { title: 'stopped here', align: 'right', cell: (row) => wholeNumber(row.lost.people) },
    ],
    rows,
  );
  const touches = renderTable(
    [
      { title: 'did so in this time, too', cell: (one: JourneysAnswer['touch_points'][number]) => one.event },
      { title: 'got there', align: 'right', cell: (one) => share(one.reached) },
      { title: 'were lost', align: 'right', cell: (one) => share(one.lost) },
    ],
    touch_points,
  );
  return withHow(sentence, touch_points.length === 0 ? table : `${table}\n\n${touches}`, how);
}

const againstWords = ({ against_others: against }: Row): string =>
  against === null || !against.found ? '' : `${Math.abs(100 * against.difference).toFixed(1)} points ${against.difference < 0 ? 'fewer' : 'more'}`;
