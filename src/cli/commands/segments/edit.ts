import type { Command } from 'commander';
import { editSegmentWith } from '../../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';
import { plural } from '../../render/numbers.ts';

type EditOptions = CommonOptions & {
  readonly name?: string;
  readonly folder?: string;
  readonly note?: string;
  readonly author?: string;
  readonly restore?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly unlist?: readonly string[];
  readonly freeze?: boolean;
  readonly thaw?: boolean;
  readonly dryRun?: boolean;
};

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export function addEdit(segments: Command): void {
  const command = segments
    .command('edit')
    .description('Change a segment: its definition (a new version), name, folder, manual lists, or freeze it. Says who would enter and leave.')
    .argument('<segment>', 'slug or name')
    .argument('[expression]', 'the new definition')
    .option('--name <name>', 'a new name')
    .option('--folder <name>', 'another folder')
    .option('--note <text>', 'why it changes')
    .option('--author <name>', 'who changes it')
    .option('--restore <version>', 'take an earlier version as the new one')
    .option('--include <customer>', 'always in, whatever the definition says; may be given several times', collect)
    .option('--exclude <customer>', 'never in; may be given several times', collect)
    .option('--unlist <customer>', 'take off both lists; may be given several times', collect)
    .option('--freeze', 'keep the members of now, whatever happens')
    .option('--thaw', 'follow the definition again')
    .option('--dry-run', 'say what would change, and change nothing');
  common(command, `clientele segments edit slipping-regulars 'orders >= 3 and days since last order > 90' --note "90 days"`).action(
    async (slug: string, expression: string | undefined, options: EditOptions) => {
      const changed = await withApp(options, (app) =>
        editSegmentWith(app, slug, {
          text: expression,
          name: options.name,
          folder: options.folder,
          note: options.note,
          author: options.author,
          restore: options.restore === undefined ? undefined : Number(options.restore),
          include: options.include ?? [],
          exclude: options.exclude ?? [],
          unlist: options.unlist ?? [],
          freeze: options.freeze === true,
          thaw: options.thaw === true,
          dryRun: options.dryRun === true,
          asOf: options.asOf,
        }),
      );
      if (options.json === true) printJson(changed);
      else {
        const verb = options.dryRun === true ? 'would ' : '';
        print(
          `${changed.sentence}\n\n${plural(changed.members ?? 0, 'customer')}: ${changed.entered} ${verb}enter, ${changed.left} ${verb}leave.${changed.used_by.length > 0 ? `\nAlso changes: ${changed.used_by.join(', ')}.` : ''}`,
        );
      }
    },
  );
}
