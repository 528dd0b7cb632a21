import type { Command } from 'commander';
import { acknowledgeNotice, listMutes, listNotices, muteSubject, runWatch, unmute, watch } from '../../app/index.ts';
import type { Notice } from '../../contract/index.ts';
import type { WatchAnswer } from '../../contract/schemas.ts';
import type { Workspace } from '../../core/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { withHow } from '../render/insight.ts';
import { localTime, money, plural, readable, wholeNumber } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

export function addWatch(program: Command): void {
  const command = program.command('watch').description('What is unusual: every segment, metric and model against what is usual for it, told once.');
  command.addHelpText('after', '\nExample:\n  clientele watch run --as-of latest');
  const run = command.command('run').description('Look at everything now and tell what is unusual and was not told before.');
  common(run, 'clientele watch run --as-of latest').action(async (options: CommonOptions) =>
    answer(
      options,
      (app) => runWatch(app, options.asOf),
      ({ looked_at, raised }, workspace) =>
        `${plural(looked_at, 'figure')} looked at; ${plural(raised.length, 'thing')} to tell.${raised.length === 0 ? '' : `\n\n${renderNotices(raised, workspace)}`}`,
    ),
  );
  const figures = command.command('figures').description('Everything that is watched, the most unusual first.');
  common(figures, 'clientele watch figures --as-of latest').action(async (options: CommonOptions) =>
    answer(options, (app) => watch(app, { as_of: options.asOf }), renderFigures),
  );
  const list = command.command('list').description('What was told, newest first.').option('--new', 'only what nobody has acknowledged');
  common(list, 'clientele watch list --new').action(async (options: CommonOptions & { readonly new?: boolean }) =>
    answer(
      options,
      (app) => listNotices(app, { limit: 200, ...(options.new === true ? { status: 'new' } : {}) }),
      ({ items }, workspace) => (items.length === 0 ? 'Nothing was told.' : renderNotices(items, workspace)),
    ),
  );
  const acknowledge = command
    .command('acknowledge')
    .argument('<id>', 'the notice, as `watch list` shows it')
    .description('You have seen it: it is new no more.');
  common(acknowledge, 'clientele watch acknowledge 3f2a').action(async (id: string, options: CommonOptions) =>
    answer(
      options,
      (app) => acknowledgeNotice(app, id, 'command line'),
      ({ title }) => `Acknowledged: ${title}.`,
    ),
  );
  addMutes(command);
}

function addMutes(command: Command): void {
  const mute = command
    .command('mute')
    .argument('<subject>', 'segment:SLUG, metric:NAME, model:NAME or source:SLUG')
    .description('Tell nothing more about it.')
    .option('--until <when>', 'tell again from this date on');
  common(mute, 'clientele watch mute segment:champions --until 2026-09-01').action(
    async (subject: string, options: CommonOptions & { readonly until?: string }) =>
      answer(
        options,
        (app) => {
          const [type = '', ...rest] = subject.split(':');
          const id = rest.join(':');
          return muteSubject(app, { subject: { type: type as 'segment', id, name: id }, kind: null, until: options.until ?? null }, 'command line');
        },
        (made) => `Nothing more is told about ${made.subject.name}${made.until === null ? '' : ` until ${made.until}`} (${made.id}).`,
      ),
  );
  const mutes = command.command('mutes').description('What nothing is told about; --remove tells of it again.').option('--remove <id>', 'the mute, as listed');
  common(mutes, 'clientele watch mutes').action(async (options: CommonOptions & { readonly remove?: string }) =>
    answer(
      options,
      async (app) => {
        if (options.remove !== undefined) await unmute(app, options.remove);
        return listMutes(app);
      },
      (found) =>
        found.length === 0
          ? 'Everything is told.'
          : renderTable(
              [
                { title: 'id', cell: (one: (typeof found)[number]) => one.id },
                { title: 'about', cell: (one) => `${one.subject.type}:${one.subject.id}` },
                { title: 'until', cell: (one) => one.until ?? 'for good' },
              ],
              found,
            ),
    ),
  );
}

const renderNotices = (notices: readonly Notice[], { zone, currency }: Workspace): string =>
  notices
    .map(({ id, title, sentence, at, severity, status, contributors, figure }) =>
      [
        `${title} (${severity}${status === 'new' ? '' : ', acknowledged'})`,
        `  ${sentence}`,
        ...contributors.map(({ dimension, label, actual, expected }) => {
          const shown = (value: number): string => (figure?.unit === 'money' ? money(value, currency) : readable(value));
          return `  ${dimension} ${label}: ${shown(actual)}, usually ${shown(expected)}`;
        }),
        `  ${localTime(at, zone)}  ${id}`,
      ].join('\n'),
    )
    .join('\n\n');

function renderFigures({ sentence, how, series }: WatchAnswer, { currency }: Workspace): string {
  const shown = (value: number | null, unit: string): string =>
    value === null ? '' : unit === 'money' ? money(value, currency) : Number.isInteger(value) ? wholeNumber(value) : readable(value);
  const table = renderTable(
    [
      { title: 'figure', cell: (one: WatchAnswer['series'][number]) => `${one.unusual || one.level !== null ? '! ' : '  '}${one.label}`, max: 60 },
      { title: 'week of', cell: (one) => one.week ?? '' },
      { title: 'was', align: 'right', cell: (one) => shown(one.actual, one.unit) },
      { title: 'expected', align: 'right', cell: (one) => shown(one.expected, one.unit) },
      {
        title: 'usual',
        cell: (one) => (one.low === null ? `too few ${one.enough ? 'people' : 'weeks'}` : `${shown(one.low, one.unit)} to ${shown(one.high, one.unit)}`),
      },
      {
        title: 'stayed at',
        cell: ({ level, unit }) => (level === null ? '' : `${shown(level.after, unit)} since ${level.since}, before ${shown(level.before, unit)}`),
      },
    ],
    series.slice(0, 40),
  );
  return withHow(sentence, series.length === 0 ? '' : table, how);
}
