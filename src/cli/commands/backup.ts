import type { Command } from 'commander';
import { backup, restore } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';

export function addBackup(program: Command): void {
  const command = program
    .command('backup')
    .description('Write the whole workspace to one file.')
    .argument('<file>', 'the .tar.gz to write')
    .option('--force', 'write over a file that is there already');
  common(command, 'clientele backup clientele-2026-01-31.tar.gz').action(async (file: string, options: CommonOptions & { readonly force?: boolean }) => {
    const written = await withApp(options, (app) => backup(app, file, { overwrite: options.force === true }));
    if (options.json === true) printJson(written);
    else print(`Wrote ${written.file}.`);
  });
}

export function addRestore(program: Command): void {
  const command = program
    .command('restore')
    .description('Make a workspace from a backup, in a folder that has none yet.')
    .argument('<file>', 'a file written by `clientele backup`');
  common(command, 'clientele restore clientele-2026-01-31.tar.gz --data ./restored').action(async (file: string, options: CommonOptions) => {
    await restore(file, options.data);
    if (options.json === true) printJson({ folder: options.data });
    else print(`Restored ${options.data}.`);
  });
}
