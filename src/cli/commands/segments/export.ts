import type { Command } from 'commander';
import { exportAllSegments } from '../../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';

export function addExport(segments: Command): void {
  const command = segments
    .command('export')
    .description('All segment definitions as one YAML file, fit for git.')
    .option('--out <file>', 'the file to write (default: standard output)');
  common(command, 'clientele segments export --out segments.yaml').action(async (options: CommonOptions & { readonly out?: string }) => {
    const text = await withApp(options, (app) => exportAllSegments(app, options.out));
    if (options.json === true) printJson(options.out === undefined ? { yaml: text } : { file: options.out });
    else if (options.out === undefined) process.stdout.write(text);
    else print(`Wrote ${options.out}.`);
  });
}
