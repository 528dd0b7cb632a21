import type { Command } from 'commander';
import { overlapOf } from '../../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';
import { share, wholeNumber } from '../../render/numbers.ts';
import { renderTable } from '../../render/table.ts';

export function addOverlap(segments: Command): void {
  const command = segments
    .command('overlap')
    .description('How many customers two segments share, for every pair of those named (default: all).')
    .argument('[segments...]', 'slugs or names');
  common(command, 'clientele segments overlap champions loyal frequent-buyers').action(async (slugs: readonly string[], options: CommonOptions) => {
    const pairs = await withApp(options, (app) => overlapOf(app, slugs, options.asOf));
    if (options.json === true) printJson(pairs);
    else
      print(
        renderTable(
          [
            { title: 'segment', cell: (pair: (typeof pairs)[number]) => pair.a },
            { title: 'and', cell: (pair) => pair.b },
            { title: 'both', align: 'right', cell: (pair) => wholeNumber(pair.both) },
            { title: 'of the first', align: 'right', cell: (pair) => share(pair.share_of_a) },
            { title: 'of the second', align: 'right', cell: (pair) => share(pair.share_of_b) },
            { title: 'alike (Jaccard)', align: 'right', cell: (pair) => share(pair.jaccard) },
          ],
          pairs,
        ),
      );
  });
}
