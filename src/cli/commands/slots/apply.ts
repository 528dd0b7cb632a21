import type { Command } from 'commander';
import { applySlotFile } from '../../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';

type ApplyOptions = CommonOptions & { readonly dryRun?: boolean; readonly prune?: boolean; readonly author?: string };

export function addSlotApply(slots: Command): void {
  const command = slots
    .command('apply')
    .description('Make the slots what a YAML file says and publish them. A file with a mistake applies nothing.')
    .argument('<file>', 'as `clientele slots export` writes it')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--prune', 'delete slots that are not in the file')
    .option('--author <name>', 'who applies it');
  common(command, 'clientele slots apply slots.yaml --dry-run').action(async (file: string, options: ApplyOptions) => {
    const applied = await withApp(options, (app) =>
      applySlotFile(app, file, { dryRun: options.dryRun === true, prune: options.prune === true, author: options.author }),
    );
    if (options.json === true) printJson(applied);
    else
      print(
        (['created', 'changed', 'unchanged', 'deleted'] as const)
          .map((what) => `${applied[what].length} ${what}${what === 'unchanged' || applied[what].length === 0 ? '' : `: ${applied[what].join(', ')}`}`)
          .join('\n'),
      );
  });
}
