import type { Command } from 'commander';
import { addAction, type App, suggestActions } from '../../app/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { exactMoney, wholeNumber } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

type Suggesting = CommonOptions & { readonly take?: string };

/** Actions that the shop has the people for; one of them is taken over by its kind. */
export function addActionSuggest(command: Command): void {
  const suggest = command
    .command('suggest')
    .description('Actions that this shop has the people for, with a cost and a worth to begin with. Nothing is defined unless --take names one.')
    .option('--take <kind>', 'define this one as it stands; `actions change` changes it');
  common(suggest, 'clientele actions suggest --as-of latest').action(async (options: Suggesting) =>
    answer(
      options,
      async (app) => {
        const found = await suggestActions(app, { as_of: options.asOf });
        if (options.take !== undefined) await take(app, found, options.take);
        return found;
      },
      (found, { currency }) => {
        if (options.take !== undefined) return `It is one of your actions now: ${found.find(({ kind }) => kind === options.take)?.name ?? ''}.`;
        if (found.length === 0) return 'There is nothing more to suggest: none of the ideas has five customers here, or they are among your actions already.';
        return `${renderTable(
          [
            { title: 'kind', cell: (one: (typeof found)[number]) => one.kind },
            { title: 'name', cell: (one) => one.name, max: 44 },
            { title: 'people', align: 'right', cell: (one) => wholeNumber(one.people) },
            { title: 'costs', align: 'right', cell: (one) => exactMoney(one.cost, currency) },
            { title: 'worth', align: 'right', cell: (one) => exactMoney(one.value, currency) },
          ],
          found,
        )}\n\n${found.map(({ kind, why }) => `${kind}: ${why}`).join('\n')}`;
      },
    ),
  );
}

async function take(app: App, found: Awaited<ReturnType<typeof suggestActions>>, wanted: string): Promise<void> {
  const one = found.find(({ kind }) => kind === wanted);
  if (one === undefined) throw new ClienteleError('usage', { detail: `--take knows ${found.map(({ kind }) => kind).join(', ') || 'nothing here'}.` });
  const { name, channel, eligible, cost, value, rest_days, most } = one;
  await addAction(app, { name, channel, eligible, cost, value, rest_days, most }, 'command line');
}
