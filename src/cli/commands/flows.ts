import type { Command } from 'commander';
import { migration, usualRange } from '../../app/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { renderMigration } from '../render/insight.ts';

type Options = CommonOptions & { readonly from?: string; readonly to?: string; readonly by: 'ends' | 'month' };

export function addFlows(program: Command): void {
  const command = program
    .command('flows')
    .argument('[what]', 'lifecycle, rfm.segment, value_tier, predicted.value_tier or a natural group', 'lifecycle')
    .description('Who went from which stage or group to which, between two days or month by month.')
    .option('--from <date>', 'the first day (default: the last 90 days until the last one)')
    .option('--to <date>', 'the last day (default: the one before the moment that figures are of)')
    .option('--by <steps>', 'ends: from the first day to the last; month: from each month to the next', 'ends');
  common(command, 'clientele flows rfm.segment --from 2026-01-01 --to 2026-06-30 --by month').action(async (what: string, options: Options) =>
    answer(
      options,
      async (app) =>
        migration(app, {
          ...(options.asOf === undefined ? {} : { as_of: options.asOf }),
          ...(await usualRange(app, options.asOf, options)),
          what,
          by: options.by,
        }),
      renderMigration,
    ),
  );
}
