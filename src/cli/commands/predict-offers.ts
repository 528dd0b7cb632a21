import type { Command } from 'commander';
import {
  customerRecommendations,
  liveRecommender,
  marketBasketRules,
  groupOffers,
  naturalGroups,
  productRecommendations,
  renameGroup,
  reordersDue,
  segmentOfGroup,
} from '../../app/index.ts';
import type { GroupOffers, GroupsAnswer } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { money, plural, share } from '../render/numbers.ts';
import { renderTable, type TableColumn } from '../render/table.ts';

/** Natural groups, and what to offer to whom. */
export function addOffers(command: Command): void {
  addGroups(command);
  addGroup(command);
  addRecommend(command);
  addRules(command);
  addReorders(command);
}

function addGroups(command: Command): void {
  const groups = command.command('groups').description('The natural groups: what sets each apart, and why so many.');
  common(groups, 'clientele predict groups').action(async (options: CommonOptions) =>
    answer(
      options,
      async (app) => ({ ...(await naturalGroups(app)), ...(await groupOffers(app)) }),
      (found, { currency }) => renderGroups(found, (amount) => money(amount, currency)),
    ),
  );
}

function renderGroups({ groups, because, evidence, left_out, items }: GroupsAnswer & GroupOffers, amount: (value: number) => string): string {
  const list = groups.map(
    ({ number, name, description, revenue, rule }) =>
      `${number}  ${name}\n   ${description}${revenue === null ? '' : ` ${amount(revenue)} so far.`}${rule === null ? '' : `\n   as a segment: ${rule.text} (right for ${share(rule.agreement)} of all)`}${items
        .filter((one) => one.number === number)
        .flatMap(({ offers }) => offers.slice(0, 4).map(({ text, because: why }) => `\n   → ${text} (${why})`))
        .join('')}`,
  );
  const table = renderTable(
    [
      { title: '', cell: (row: GroupsAnswer['evidence'][number]) => (row.chosen ? '→' : '') },
      { title: 'groups', align: 'right', cell: (row) => String(row.k) },
      { title: 'silhouette', align: 'right', cell: (row) => row.silhouette.toFixed(3) },
      { title: 'stability', align: 'right', cell: (row) => row.stability.toFixed(3) },
      { title: 'gap', align: 'right', cell: (row) => row.gap?.toFixed(3) ?? '' },
      { title: 'smallest', align: 'right', cell: (row) => share(row.smallest) },
      ...(evidence.some(({ classes }) => classes !== null)
        ? ([
            { title: 'classes: stability', align: 'right', cell: (row) => row.classes?.stability.toFixed(3) ?? '' },
            { title: 'gain', align: 'right', cell: (row) => row.classes?.gain.toFixed(3) ?? '' },
          ] satisfies readonly TableColumn<GroupsAnswer['evidence'][number]>[])
        : []),
    ],
    evidence,
  );
  const without = left_out.length === 0 ? '' : `Left out: ${left_out.map(({ label, reason }) => `${label} (${reason})`).join(', ')}.`;
  return [because, ...list, evidence.length === 0 ? '' : table, without].filter((part) => part !== '').join('\n');
}

function addGroup(command: Command): void {
  const group = command
    .command('group')
    .argument('<number>', 'the group')
    .description('Name a natural group, or make a live segment of it.')
    .option('--name <name>', 'a name of your own; with --segment the name of the segment')
    .option('--segment [by]', 'make a segment: rule (default) or model');
  common(group, 'clientele predict group 2 --segment').action(
    async (text: string, options: CommonOptions & { readonly name?: string; readonly segment?: string | true }) => {
      const number = Number(text);
      const { name, segment } = options;
      if (segment === undefined) {
        if (name === undefined) throw new ClienteleError('usage', { detail: 'Give --name or --segment.' });
        return answer(
          options,
          (app) => renameGroup(app, number, name),
          (found) => `Group ${found.number} is called ${found.name}.`,
        );
      }
      return answer(
        options,
        (app) => segmentOfGroup(app, number, { by: segment === 'model' ? 'model' : 'rule', name, author: 'command line' }),
        ({ name: made, text: rule, members }) => `Segment "${made}": ${rule} (${plural(members ?? 0, 'member')}).`,
      );
    },
  );
}

function addRecommend(command: Command): void {
  const recommend = command
    .command('recommend')
    .argument('[customer]', 'customer id, e-mail, phone or profile number (#12)')
    .description('What to offer to a customer, or with --product whom to offer a product, and why.')
    .option('--product <key>', 'a product by id or name')
    .option('--count <number>', 'how many', '5');
  common(recommend, 'clientele predict recommend anna@example.com').action(
    async (customer: string | undefined, options: CommonOptions & { readonly product?: string; readonly count: string }) => {
      const count = Number(options.count);
      if (!Number.isInteger(count) || count < 1 || count > 100) throw new ClienteleError('usage', { detail: '--count takes a whole number from 1 to 100.' });
      const { product } = options;
      if (product !== undefined)
        return answer(
          options,
          async (app) => productRecommendations(app, await liveRecommender(app, options.asOf), product, count),
          ({ product: own, goes_with, customers }) =>
            [
              ...(own.unavailable ? [`${own.name} is not offered now, to anybody.`] : []),
              ...(own.not_selling === null ? [] : [own.not_selling]),
              `${own.name} goes with:`,
              ...goes_with.slice(0, count).map((one) => `- ${one.product.name}. ${one.sentence}`),
              'Who would most likely take it:',
              ...customers.map((one) => `- ${one.customer.name ?? one.customer.email ?? one.customer.customer_id ?? one.customer.profile}. ${one.sentence}`),
            ].join('\n'),
        );
      if (customer === undefined) throw new ClienteleError('usage', { detail: 'Name a customer, or a product with --product.' });
      return answer(
        options,
        async (app) => customerRecommendations(app, await liveRecommender(app, options.asOf), customer, { count, onlyNew: undefined }),
        ({ items, reorders, model }) =>
          [
            ...items.map((one) => `- ${one.product.name}. ${one.sentence}`),
            ...reorders.map((one) => `- again: ${one.product.name}. ${one.sentence}`),
            `by ${model}`,
          ].join('\n'),
      );
    },
  );
}

function addRules(command: Command): void {
  const rules = command.command('rules').description('What is bought together.').option('--limit <number>', 'how many', '20');
  common(rules, 'clientele predict rules').action(async (options: CommonOptions & { readonly limit: string }) =>
    answer(
      options,
      (app) => marketBasketRules(app, { support: 0.005, confidence: 0.2, limit: Number(options.limit) }),
      ({ items }) => (items.length === 0 ? 'Nothing is bought together more often than by chance.' : items.map(({ sentence }) => sentence).join('\n')),
    ),
  );
}

function addReorders(command: Command): void {
  const reorders = command
    .command('reorders')
    .description('Who will soon need what again, by their own rhythm.')
    .option('--days <number>', 'how far ahead', '14');
  common(reorders, 'clientele predict reorders --days 7').action(async (options: CommonOptions & { readonly days: string }) =>
    answer(
      options,
      async (app) => reordersDue(app, await liveRecommender(app, options.asOf), Number(options.days), 100),
      ({ items, total }) =>
        items.length === 0
          ? 'Nobody is due.'
          : [
              ...(total > items.length ? [`The ${items.length} soonest of ${total.toLocaleString('en-GB')}:`] : []),
              ...items.map(
                (one) => `${one.customer.name ?? one.customer.email ?? one.customer.customer_id ?? one.customer.profile}: ${one.product.name}. ${one.sentence}`,
              ),
            ].join('\n'),
    ),
  );
}
