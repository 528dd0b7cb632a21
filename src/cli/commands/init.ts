import type { Command } from 'commander';
import { initialise, type WorkspaceOptions } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson } from '../common.ts';
import { withApp } from '../common.ts';

export function addInit(program: Command): void {
  const command = program
    .command('init')
    .description('Make a workspace: one business with its currency, time zone and country.')
    .option('--name <name>', 'what the business is called')
    .option('--currency <code>', 'ISO 4217 code of the money that totals are in (default: GBP)')
    .option('--time-zone, --timezone <zone>', 'IANA time zone for files that name none, and for calendar windows (default: Europe/London)')
    .option('--country <code>', 'ISO 3166 code, for phone numbers without a country code (default: GB)')
    .option('--week-start <day>', 'first day of the week (default: monday)')
    .option('--refunded-orders <rule>', 'whether fully refunded orders "count" as orders or are to be ignored: "ignore" (default: count)')
    .option(
      '--present <moment>',
      'where "now" is: the clock\'s ("now"), or for data that ended long ago the day after its newest fact ("latest") (default: now)',
    );
  common(command, 'clientele init --currency EUR --timezone Europe/Berlin --country DE').action(async (options: CommonOptions & WorkspaceOptions) => {
    await withApp(
      options,
      async (app) => {
        const workspace = await initialise(app, options);
        if (options.json === true) printJson({ folder: app.folder.root, created: app.created, workspace });
        else
          print(
            `${app.created ? 'Made' : 'Changed'} the workspace in ${app.folder.root}: ${workspace.name}, ${workspace.currency}, ${workspace.zone}, ${workspace.country ?? 'no country'}.`,
          );
      },
      { create: options },
    );
  });
}
