import type { Command } from 'commander';
import { styleText } from 'node:util';
import { endedLongAgo, listWithFigures, requireFolder, type SegmentFigures } from '../../../app/index.ts';
import type { Workspace } from '../../../core/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';
import { localTime, money, share, wholeNumber } from '../../render/numbers.ts';
import { renderEnd } from '../../render/summary.ts';
import { renderTable } from '../../render/table.ts';

export type ListOptions = CommonOptions & { readonly folder?: string };

export function addList(segments: Command): void {
  const command = segments.command('list').description('Every segment with its people and revenue.').option('--folder <name>', 'only this folder');
  common(command, 'clientele segments list --as-of latest').action(listAction);
}

export async function listAction(options: ListOptions): Promise<void> {
  await withApp(options, async (app) => {
    const figures = await listWithFigures(app, options.asOf, options.folder);
    if (options.folder !== undefined && figures.length === 0) await requireFolder(app, options.folder);
    if (options.json === true) {
      printJson(figures);
      return;
    }
    const none =
      options.folder !== undefined
        ? `Folder ${options.folder} is empty.`
        : 'There are no segments: none of the ready ones fits this data. Make one with `clientele segments create`, or import more.';
    const ended = await endedLongAgo(app, options.asOf);
    print([figures.length === 0 ? none : render(figures, app.workspace), ...(ended === null ? [] : [renderEnd(ended, app.workspace.zone)])].join('\n\n'));
  });
}

function render(figures: readonly SegmentFigures[], { currency, zone }: Workspace): string {
  const table = renderTable(
    [
      { title: 'segment', cell: (figure: SegmentFigures) => figure.name },
      { title: 'slug', cell: (figure) => figure.slug },
      { title: 'folder', cell: (figure) => figure.folder },
      { title: 'customers', align: 'right', cell: (figure) => (figure.members === null ? '–' : wholeNumber(figure.members)) },
      { title: 'share', align: 'right', cell: (figure) => (figure.share === null ? '' : share(figure.share)) },
      { title: 'spent', align: 'right', cell: (figure) => (figure.revenue === null ? '' : money(figure.revenue, currency)) },
      { title: 'of all', align: 'right', cell: (figure) => (figure.revenue_share === null ? '' : share(figure.revenue_share)) },
      { title: '', cell: (figure) => (figure.status === 'ok' ? '' : figure.status), style: (text) => styleText('red', text) },
    ],
    figures,
  );
  const asOf = figures[0]?.as_of;
  return asOf === undefined || asOf === null ? table : `${table}\n\nAs of ${localTime(asOf, zone)}.`;
}
