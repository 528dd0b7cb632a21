import type { Command } from 'commander';
import { rebuild } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';
import { plural } from '../render/numbers.ts';

export function addRebuild(program: Command): void {
  const command = program
    .command('rebuild')
    .description(
      'Make the warehouse again from the kept inputs, in the order of the imports, and from what live sources sent. The old one is replaced only when the new one is whole.',
    );
  common(command, 'clientele rebuild').action(async (options: CommonOptions) => {
    const done = await withApp(options, (app) => rebuild(app, options.asOf), { anew: true });
    if (options.json === true) printJson(done);
    else
      print(
        `Rebuilt from ${plural(done.imports, 'import')}${done.messages > 0 ? ` and ${plural(done.messages, 'live message')}` : ''}: ${plural(done.profiles, 'customer')}, ${plural(done.orders, 'order')}.`,
      );
  });
}
