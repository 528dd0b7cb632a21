import type { Command } from 'commander';
import { resetSettings, setSettings, showSettings } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';

export function addSettings(program: Command): void {
  const command = program
    .command('settings')
    .description('How RFM scores, RFM groups and value tiers are computed here, as YAML to edit and set.')
    .option('--set <file>', 'take the settings from a YAML file and compute everything anew')
    .option('--default', 'take the documented rules again');
  common(command, 'clientele settings > settings.yaml\n  clientele settings --set settings.yaml').action(
    async (options: CommonOptions & { readonly set?: string; readonly default?: boolean }) => {
      const shown = await withApp(options, async (app) => {
        if (options.set !== undefined) await setSettings(app, options.set, options.asOf);
        else if (options.default === true) await resetSettings(app, options.asOf);
        return showSettings(app);
      });
      if (options.json === true) printJson(shown.settings);
      else print(shown.yaml.trimEnd());
    },
  );
}
