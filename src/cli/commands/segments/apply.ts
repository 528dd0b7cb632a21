import type { Command } from 'commander';
import { styleText } from 'node:util';
import { applySegmentFile } from '../../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';
import { safeText } from '../../render/table.ts';

type ApplyOptions = CommonOptions & { readonly dryRun?: boolean; readonly prune?: boolean; readonly author?: string };

export function addApply(segments: Command): void {
  const command = segments
    .command('apply')
    .description('Make the segments what a YAML file says. A file with a mistake applies nothing.')
    .argument('<file>', 'as `clientele segments export` writes it')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--prune', 'delete own segments that are not in the file')
    .option('--author <name>', 'who applies it');
  common(command, 'clientele segments apply segments.yaml --dry-run').action(async (file: string, options: ApplyOptions) => {
    const applied = await withApp(options, (app) =>
      applySegmentFile(app, file, { dryRun: options.dryRun === true, prune: options.prune === true, author: options.author, asOf: options.asOf }),
    );
    if (options.json === true) printJson(applied);
    else
      print(
        [
          ...(['created', 'changed', 'unchanged', 'deleted', 'skipped'] as const).map(
            (what) => `${applied[what].length} ${what}${what === 'unchanged' || applied[what].length === 0 ? '' : `: ${applied[what].join(', ')}`}`,
          ),
          ...applied.warnings.map(({ segment, message, hint }) => `${styleText('yellow', 'Note:')} ${safeText(`${segment}: ${message} ${hint}`)}`),
        ].join('\n'),
      );
  });
}
