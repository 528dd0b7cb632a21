import type { Command } from 'commander';
import { type ImportEntry, listImports, rehearseUndo, undoImportById, whyNothingUndone } from '../../app/index.ts';
import { type Kind, kinds } from '../../contract/index.ts';
import { answer, common, type CommonOptions, print, printJson, withApp } from '../common.ts';
import { localTime, plural, wholeNumber } from '../render/numbers.ts';
import { wordsOf } from '../render/import.ts';
import { renderTable } from '../render/table.ts';

export function addImports(program: Command): void {
  const command = program.command('imports').description('List what has been imported, newest first.');
  common(command, 'clientele imports').action(async (options: CommonOptions) => {
    await answer(options, listImports, (entries, { zone }) =>
      entries.length === 0 ? 'Nothing has been imported yet. Start with `clientele import FILE`.' : render(entries, zone),
    );
  });
  const undo = command
    .command('undo')
    .description('Take an import back exactly: what it brought goes, what it changed is as it was before.')
    .argument('<id>', 'as `clientele imports` shows it');
  undo.option('--dry-run', 'say exactly what would go, and change nothing');
  common(undo, 'clientele imports undo 3').action(async (id: string, options: CommonOptions & { readonly dryRun?: boolean }) => {
    if (options.dryRun === true) {
      let why = '';
      await answer(
        options,
        async (app) => {
          why = await whyNothingUndone(app, id);
          return { ...(await rehearseUndo(app, [id])), kind: await kindOf(app, id) };
        },
        ({ removed, restored, customers, kind }) =>
          `Taking import ${id} back would remove ${plural(removed, ...wordsOf[kind])}, put ${wholeNumber(restored)} back as they were before, and leave ${plural(customers, 'customer')} fewer.${because(removed + restored, why)} Nothing was changed.`,
      );
      return;
    }
    const { kind, why, undone } = await withApp(options, async (app) => ({
      kind: await kindOf(app, id),
      why: await whyNothingUndone(app, id),
      undone: await undoImportById(app, id, options.asOf),
    }));
    if (options.json === true) printJson(undone);
    else
      print(
        `Import ${id} is taken back: ${plural(undone.removed, ...wordsOf[kind])} removed, ${wholeNumber(undone.restored)} put back as they were before.${because(undone.removed + undone.restored, why)}`,
      );
  });
}

/** Said only where nothing changes, which looks like a fault. */
const because = (changed: number, why: string): string => (changed > 0 || why === '' ? '' : ` ${why}`);

/** What an import holds, to call it by its word; of one that is not there the undo itself says so. */
async function kindOf(app: Parameters<typeof listImports>[0], id: string): Promise<Kind> {
  const named = (await listImports(app)).find((entry) => entry.id === id)?.kind;
  return kinds.find((kind) => kind === named) ?? 'orders';
}

const render = (entries: readonly ImportEntry[], zone: string): string =>
  renderTable(
    [
      { title: 'id', cell: (entry: ImportEntry) => entry.id },
      { title: 'when', cell: (entry) => localTime(entry.at, zone) },
      { title: 'file', cell: (entry) => entry.file },
      { title: 'kind', cell: (entry) => entry.kind },
      { title: 'source', cell: (entry) => entry.source },
      { title: 'status', cell: (entry) => entry.status },
      { title: 'rows', align: 'right', cell: (entry) => wholeNumber(entry.rows) },
      { title: 'rejected', align: 'right', cell: (entry) => wholeNumber(entry.rejected) },
    ],
    entries,
  );
