import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { exportAllSegments } from '../../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';

export function addExport(segments: Command): void {
  const command = segments
    .command('export')
    .description('All segment definitions as one YAML file, fit for git.')
    .option('--out <file>', 'the file to write (default: standard output)');
  common(command, 'clientele segments export --out segments.yaml').action(async (options: CommonOptions & { readonly out?: string }) => {
    const text = await withApp(options, exportAllSegments);
    if (options.out === undefined) process.stdout.write(text);
    else {
      await writeFile(options.out, text);
      if (options.json === true) printJson({ file: options.out });
      else print(`Wrote ${options.out}.`);
    }
  });
}
