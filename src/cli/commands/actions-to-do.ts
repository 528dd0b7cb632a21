import type { Command } from 'commander';
import { actionsToDo } from '../../app/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { exactMoney } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

/** The list to work through. */
export function addActionToDo(command: Command): void {
  const todo = command.command('to-do').description('Whom something is to be done for, by what was decided and written down last, with where each is reached.');
  common(todo, 'clientele actions to-do').action(async (options: CommonOptions) =>
    answer(options, actionsToDo, ({ sentence, items }, { currency }) =>
      items.length === 0
        ? sentence
        : `${sentence}\n\n${renderTable(
            [
              { title: 'action', cell: (one: (typeof items)[number]) => one.name ?? 'taken away since', max: 44 },
              { title: 'customer', cell: (one) => one.who, max: 32 },
              { title: 'e-mail', cell: (one) => one.customer.email ?? '', max: 40 },
              { title: 'phone', cell: (one) => one.phone ?? '' },
              { title: 'costs', align: 'right', cell: (one) => exactMoney(one.cost, currency) },
            ],
            items,
          )}`,
    ),
  );
}
