import { type Command, Option } from 'commander';
import { customers } from '../../app/index.ts';
import type { Workspace } from '../../core/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';
import { localDay, money, plural } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

type ProfilesOptions = CommonOptions & {
  readonly search?: string;
  readonly sort: 'spent' | 'orders' | 'recent' | 'name';
  readonly limit: string;
  readonly offset: string;
};

export function addProfiles(program: Command): void {
  const command = program
    .command('profiles')
    .description('List customers.')
    .option('--search <text>', 'part of a name or of any identifier')
    .addOption(new Option('--sort <by>', 'what comes first').choices(['spent', 'orders', 'recent', 'name']).default('spent'))
    .option('--limit <number>', 'how many', '20')
    .option('--offset <number>', 'how many to pass over', '0');
  common(command, 'clientele profiles --search ana --sort recent').action(async (options: ProfilesOptions) => {
    await withApp(options, async (app) => {
      const found = await customers(app, {
        search: options.search,
        sort: options.sort,
        limit: Number(options.limit),
        offset: Number(options.offset),
        asOf: options.asOf,
      });
      if (options.json === true) printJson(found);
      else print(`${render(found.profiles, app.workspace)}\n\n${plural(found.total, 'customer')} in all.`);
    });
  });
}

const render = (rows: Awaited<ReturnType<typeof customers>>['profiles'], { currency, zone }: Workspace): string =>
  renderTable(
    [
      { title: 'profile', align: 'right', cell: (row: (typeof rows)[number]) => String(row.profile) },
      { title: 'customer id', cell: (row) => row.customer_id ?? '' },
      { title: 'name', cell: (row) => row.name ?? '' },
      { title: 'e-mail', cell: (row) => row.email ?? '' },
      { title: 'orders', align: 'right', cell: (row) => String(row.orders) },
      { title: 'spent', align: 'right', cell: (row) => money(row.total_spent, currency) },
      { title: 'last order', cell: (row) => (row.last_order_at === null ? '' : localDay(row.last_order_at, zone)) },
      { title: 'lifecycle', cell: (row) => row.lifecycle ?? '' },
    ],
    rows,
  );
