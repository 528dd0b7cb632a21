import type { Command } from 'commander';
import { refreshAll } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson, sameOptions, withApp } from '../common.ts';
import { renderMovedLimits } from '../render/moved-limits.ts';
import { plural } from '../render/numbers.ts';

export function addRefresh(program: Command): void {
  const command = program.command('refresh').description('Compute features and segments anew and record who entered and who left.');
  common(command, 'clientele refresh --as-of latest').action(async (options: CommonOptions) => {
    const done = await withApp(options, (app) => refreshAll(app, options.asOf));
    if (options.json === true) printJson(done);
    else {
      print(
        `${plural(done.segments, 'segment')} over ${plural(done.profiles, 'customer')} as of ${done.as_of}: ${plural(done.entered, 'entry', 'entries')}, ${plural(done.left, 'exit')}${done.failed > 0 ? `, ${done.failed} failed` : ''}.`,
      );
      if (done.moved_limits.length > 0) print(renderMovedLimits(done.moved_limits, sameOptions(options)));
    }
  });
}
