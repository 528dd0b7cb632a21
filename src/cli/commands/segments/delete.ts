import type { Command } from 'commander';
import { deleteSegmentBySlug } from '../../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';

export function addDelete(segments: Command): void {
  const command = segments
    .command('delete')
    .description('Delete a segment. Its history and versions stay; one that others use can not be deleted.')
    .argument('<segment>', 'slug or name');
  common(command, 'clientele segments delete slipping-regulars').action(async (slug: string, options: CommonOptions) => {
    const deleted = await withApp(options, (app) => deleteSegmentBySlug(app, slug));
    if (options.json === true) printJson(deleted);
    else print(`Deleted ${deleted.name}.`);
  });
}
