import type { Command } from 'commander';
import { createSegmentFrom } from '../../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';
import { plural } from '../../render/numbers.ts';

type CreateOptions = CommonOptions & { readonly folder?: string; readonly note?: string; readonly author?: string; readonly slug?: string };

export function addCreate(segments: Command): void {
  const command = segments
    .command('create')
    .description('Make a segment from an expression of the segment language.')
    .argument('<name>', 'what it is called')
    .argument('<expression>', 'its definition')
    .option('--folder <name>', 'the folder it lies in')
    .option('--slug <slug>', 'its short name (default: made from the name)')
    .option('--note <text>', 'why it exists')
    .option('--author <name>', 'who makes it');
  common(command, `clientele segments create "Slipping regulars" 'orders >= 3 and days since last order > 60' --folder Mine`).action(
    async (name: string, expression: string, options: CreateOptions) => {
      const made = await withApp(options, (app) =>
        createSegmentFrom(app, {
          name,
          text: expression,
          folder: options.folder,
          slug: options.slug,
          note: options.note,
          author: options.author,
          asOf: options.asOf,
        }),
      );
      if (options.json === true) printJson(made);
      else
        print(
          `${made.sentence}\n\nMade segment ${made.slug}: ${plural(made.members ?? 0, 'customer')}.${made.warnings.map((warning) => `\nNote: ${warning}`).join('')}`,
        );
    },
  );
}
