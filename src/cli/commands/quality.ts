import type { Command } from 'commander';
import { quality } from '../../app/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { renderQuality } from '../render/quality.ts';

export function addQuality(program: Command): void {
  const command = program
    .command('quality')
    .description('How far the data can be trusted: completeness, validity, uniqueness, freshness and consistency per field and source.')
    .option('--source <name>', 'this source only')
    .option('--all', 'show figures that are well too');
  common(command, 'clientele quality --as-of latest').action(async (options: CommonOptions & { readonly source?: string; readonly all?: boolean }) => {
    await answer(
      options,
      (app) => quality(app, { asOf: options.asOf, source: options.source }),
      (report, { zone }) => renderQuality(report, options.all === true, zone),
    );
  });
}
