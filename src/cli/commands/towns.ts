import type { Command } from 'commander';
import { towns } from '../../app/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { wholeNumber } from '../render/numbers.ts';
import { renderTable, safeText } from '../render/table.ts';

type Found = Awaited<ReturnType<typeof towns>>;

export function addTowns(program: Command): void {
  const command = program
    .command('towns')
    .argument('<name>', 'how its name begins')
    .description(
      'Where a town lies, to ask who lives near it: `within 10 km of (52.63, 1.3)`. Of the shop’s country and those of its customers (GeoNames, from 1,000 people).',
    );
  common(command, 'clientele towns norwich').action(async (name: string, options: CommonOptions) =>
    answer(
      options,
      (app) => towns(app, { of: name }),
      (found) =>
        found.length === 0 ? `No town of this shop's countries begins with "${safeText(name)}". Any place can be given by its coordinates.` : render(found),
    ),
  );
}

const render = (found: Found): string =>
  renderTable(
    [
      { title: 'town', cell: (one: Found[number]) => one.name },
      { title: 'country', cell: (one) => one.country },
      { title: 'people', align: 'right', cell: (one) => wholeNumber(one.population) },
      { title: 'near it', cell: (one) => `within 10 km of ${one.text}` },
    ],
    found,
  );
