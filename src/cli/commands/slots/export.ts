import type { Command } from 'commander';
import { exportAllSlots } from '../../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';

export function addSlotExport(slots: Command): void {
  const command = slots
    .command('export')
    .description('All slots as one YAML file, fit for git.')
    .option('--out <file>', 'the file to write (default: standard output)');
  common(command, 'clientele slots export --out slots.yaml').action(async (options: CommonOptions & { readonly out?: string }) => {
    const text = await withApp(options, (app) => exportAllSlots(app, options.out));
    if (options.json === true) printJson(options.out === undefined ? { yaml: text } : { file: options.out });
    else if (options.out === undefined) process.stdout.write(text);
    else print(`Wrote ${options.out}.`);
  });
}
