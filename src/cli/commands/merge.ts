import type { Command } from 'commander';
import { listMerges, merge, undoMergeById } from '../../app/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';
import { renderTable } from '../render/table.ts';

type MergeOptions = CommonOptions & { readonly list?: boolean; readonly undo?: string; readonly author?: string };

export function addMerge(program: Command): void {
  const command = program
    .command('merge')
    .description('Say that customers are one; list merges; take one back.')
    .argument('[customers...]', 'two customers: customer id, e-mail, phone or profile number (#12)')
    .option('--list', 'list merges, newest first')
    .option('--undo <merge>', 'take this merge back, and keep the two apart from now on')
    .option('--author <name>', 'who decides');
  common(command, 'clientele merge ana@example.com ana.ruiz@example.com\n  clientele merge --undo 3').action(
    async (ids: readonly string[], options: MergeOptions) => {
      const done = await withApp(options, async (app) => {
        if (options.list === true) return { merges: await listMerges(app) };
        if (options.undo !== undefined) return undoMergeById(app, options.undo, options.author, options.asOf);
        const [a, b] = ids;
        if (a === undefined || b === undefined || ids.length > 2) throw new ClienteleError('usage', { detail: 'Give two customers, --list or --undo.' });
        return merge(app, a, b, options.author, options.asOf);
      });
      if (options.json === true) printJson('merges' in done ? done.merges : done);
      else if ('merges' in done) print(done.merges.length === 0 ? 'No customers have been merged.' : renderMerges(done.merges));
      else print(done.message);
    },
  );
}

const renderMerges = (merges: Awaited<ReturnType<typeof listMerges>>): string =>
  renderTable(
    [
      { title: 'merge', align: 'right', cell: (row: (typeof merges)[number]) => String(row.merge) },
      { title: 'kept', align: 'right', cell: (row) => String(row.survivor) },
      { title: 'merged into it', align: 'right', cell: (row) => String(row.absorbed) },
      { title: 'because of', cell: (row) => (row.merged_by === null ? `${row.namespace} ${row.value}` : `decided by ${row.merged_by}`) },
      { title: 'when', cell: (row) => row.merged_at },
      { title: 'taken back', cell: (row) => [row.undone_at, row.undone_by === null ? null : `by ${row.undone_by}`].filter((part) => part !== null).join(' ') },
    ],
    merges,
  );
