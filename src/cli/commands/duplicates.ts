import type { Command } from 'commander';
import { probableDuplicates } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';
import { renderTable } from '../render/table.ts';

export function addDuplicates(program: Command): void {
  const command = program
    .command('duplicates')
    .description('Customers who are probably one person but share no identifier, for you to decide. Nothing is merged by itself.')
    .option('--limit <number>', 'how many pairs', '50')
    .option('--apart <customers...>', 'say that these two are different people, so that they are not listed again');
  common(command, 'clientele duplicates\n  clientele duplicates --apart 17 42').action(
    async (options: CommonOptions & { readonly limit: string; readonly apart?: readonly string[] }) => {
      const pairs = await withApp(options, (app) => probableDuplicates(app, Number(options.limit), options.apart));
      if (options.json === true) printJson(pairs);
      else
        print(
          pairs.length === 0
            ? 'No probable duplicates.'
            : `${renderTable(
                [
                  { title: 'customer', align: 'right', cell: (pair: (typeof pairs)[number]) => String(pair.a.profile) },
                  { title: '', cell: (pair) => pair.a.label },
                  { title: 'and', align: 'right', cell: (pair) => String(pair.b.profile) },
                  { title: '', cell: (pair) => pair.b.label },
                  { title: 'because', cell: (pair) => pair.reason, max: 70 },
                  { title: 'sure', align: 'right', cell: (pair) => `${Math.round(pair.score * 100)}%` },
                ],
                pairs,
              )}\n\nMerge two with \`clientele merge A B\`; keep them apart with \`clientele duplicates --apart A B\`.`,
        );
    },
  );
}
