import type { Command } from 'commander';
import { compare } from '../../app/index.ts';
import type { CompareAnswer } from '../../contract/schemas.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { withHow } from '../render/insight.ts';
import { renderTable } from '../render/table.ts';

export function addCompare(program: Command): void {
  const command = program
    .command('compare')
    .argument('<segment>', 'a segment, or a definition in quotes')
    .argument('[other]', 'another one (default: everybody else)')
    .description('What sets a segment apart from another or from everybody else, in plain words, corrected for all that was compared.')
    .option('--limit <n>', 'how many differences, strongest first', '20');
  common(command, 'clientele compare champions "at risk" --as-of latest').action(
    async (segment: string, other: string | undefined, options: CommonOptions & { readonly limit: string }) =>
      answer(
        options,
        (app) =>
          compare(app, {
            ...(options.asOf === undefined ? {} : { as_of: options.asOf }),
            a: segment,
            ...(other === undefined ? {} : { b: other }),
            limit: options.limit,
          }),
        renderCompare,
      ),
  );
}

function renderCompare({ sentence, differences, compared, found, how }: CompareAnswer): string {
  const table = renderTable(
    [
      { title: 'difference', cell: (one: CompareAnswer['differences'][number]) => one.phrase, max: 96 },
      { title: 'size', cell: (one) => one.size },
      { title: 'delta', align: 'right', cell: (one) => one.delta.toFixed(2) },
      { title: 'q', align: 'right', cell: (one) => (one.q < 0.001 ? '<0.001' : one.q.toFixed(3)) },
    ],
    differences,
  );
  return withHow(`${sentence} ${compared} comparisons, ${found} differences found.`, differences.length === 0 ? '' : table, how);
}
