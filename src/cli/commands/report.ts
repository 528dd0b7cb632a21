import type { Command } from 'commander';
import { writeReport } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';

export function addReport(program: Command): void {
  const command = program
    .command('report')
    .description(
      'Write one self-contained HTML file: customers and revenue, RFM, lifecycle, best and slipping customers, segments, data quality, what to do next.',
    )
    .option('--out <file>', 'the file to write', 'report.html');
  common(command, 'clientele report --out report.html --as-of latest').action(async (options: CommonOptions & { readonly out: string }) => {
    const written = await withApp(options, (app) => writeReport(app, options.out, options.asOf));
    if (options.json === true) printJson(written);
    else print(`Wrote ${written.file} (${Math.round(written.bytes / 1024)} kB).`);
  });
}
