import type { Command } from 'commander';
import { subscriptionSurvival } from '../../app/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { localDay, plural, share, wholeNumber } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

type Survival = {
  readonly start?: string;
  readonly end?: string;
  readonly renewal?: string;
  readonly term: string;
  readonly by?: string;
  readonly date?: string;
};
type Found = Awaited<ReturnType<typeof subscriptionSurvival>>;

export function addSurvival(command: Command): void {
  const survival = command
    .command('survival')
    .description('How long subscriptions last, from the events of their starts and ends, and what makes them end.')
    .option('--start <event>', 'the event that begins a subscription (default: the commonest whose name says so)')
    .option('--end <event>', 'the event that ends it (default: the one of that name)')
    .option('--renewal <event>', 'the event that goes on with it; where none comes in time, it ended')
    .option('--term <days>', 'in time: within so many days (and a tenth more) of the last', '31')
    .option('--by <what>', 'a curve for each value of a property of the start, such as plan; or, with --date, "began" or "ran"')
    .option('--date <day>', 'by "began": those that began before this day beside those since; by "ran": how all fared before it, and since');
  common(survival, 'clientele predict survival --start "Membership Started" --end "Membership Cancelled" --by plan').action(
    async ({ start, end, renewal, term, by, date, ...options }: CommonOptions & Survival) =>
      answer(options, (app) => subscriptionSurvival(app, { start, end, renewal, term: Number(term), by, date, asOf: options.asOf }), renderCurve),
  );
}

function renderCurve(
  { subscriptions, ended, points, start, end, hazards, choices, by, to_come: coming, ...median }: Found,
  { zone }: { readonly zone: string },
): string {
  if (subscriptions === 0) return `There is no event "${start}" that a customer brought: name the events with --start and --end.`;
  const table = renderTable(
    [
      { title: 'days', align: 'right', cell: (point: (typeof points)[number]) => String(point.days) },
      { title: 'watched', align: 'right', cell: (point) => wholeNumber(point.at_risk) },
      { title: 'last longer', align: 'right', cell: (point) => share(point.survival) },
      { title: '95%', cell: (point) => `${share(point.low)} to ${share(point.high)}` },
    ],
    points,
  );
  return [
    `${plural(subscriptions, 'subscription')} from ${start} to ${end}, ${wholeNumber(ended)} ended. ${medianOf(median)}`,
    by === null ? table : renderApart(by),
    ...(by === null && choices.length > 0 ? [`\nThey can be split: --by ${choices.map((name) => `"${name}"`).join(', --by ')} (these two with --date).`] : []),
    ...renderHazards(hazards, zone),
    ...renderComing(coming),
  ].join('\n');
}

function medianOf({ median_days: median, median_low: low, median_high: high }: Pick<Found, 'median_days' | 'median_low' | 'median_high'>): string {
  if (median === null) return 'More than half outlast what was watched.';
  const interval = low === null ? '' : high === null ? ` (${wholeNumber(low)} at least)` : ` (${wholeNumber(low)} to ${wholeNumber(high)})`;
  return `Half have ended after ${plural(Math.round(median), 'day')}${interval}.`;
}

function renderApart({ groups, unknown, sentence }: NonNullable<Found['by']>): string {
  const table = renderTable(
    [
      { title: 'days', align: 'right', cell: (row: { readonly days: number }) => String(row.days) },
      ...groups.map(({ value, points }) => ({
        title: value,
        align: 'right' as const,
        cell: ({ days }: { readonly days: number }) => {
          const point = points.find((own) => own.days === days);
          return point === undefined ? '' : `${share(point.survival)} (${share(point.low)} to ${share(point.high)})`;
        },
      })),
    ],
    (groups.toSorted((a, b) => b.points.length - a.points.length)[0]?.points ?? []).filter(({ days }) => days % everyDays === 0),
  );
  const counted = groups.map(
    ({ value, subscriptions, ended, ...median }) => `- ${value}: ${wholeNumber(subscriptions)}, ${wholeNumber(ended)} ended. ${medianOf(median)}`,
  );
  const unsaid = unknown === 0 ? [] : [`- ${plural(unknown, 'subscription')} whose start does not say.`];
  return ['', sentence, ...counted, ...unsaid, '', 'Share that lasts longer, with its 95% interval:', table].join('\n');
}

/** Columns beside each other are told more sparsely than one alone. */
const everyDays = 90;

function renderHazards(hazards: Found['hazards'], zone: string): readonly string[] {
  if (hazards === null) return [];
  const { landmark, subscriptions, ended, concordance, covariates } = hazards;
  const start = `\nOf ${plural(subscriptions, 'subscription')} that ran on ${localDay(`${landmark}T12:00:00Z`, zone)}, ${wholeNumber(ended)} have ended.`;
  if (covariates.length === 0) return [`${start} Nothing that was known then tells which.`];
  return [
    `${start} Who ended first had the higher risk ${concordance === null ? '–' : Math.round(100 * concordance)} times in 100.`,
    ...covariates.map(({ sentence }) => `- ${sentence}`),
  ];
}

function renderComing(coming: Found['to_come']): readonly string[] {
  if (coming === null) return [];
  const { running, periods, shares } = coming;
  return [
    `\nOf ${plural(running, 'subscription')} that ${running === 1 ? 'runs' : 'run'} now, by the last ${plural(periods, 'period')} of 30 days:`,
    ...shares.map(({ days, share: part, low, high }) => `- ${share(part)} (${share(low)} to ${share(high)}) end within ${days} days`),
  ];
}
