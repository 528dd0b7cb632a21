import type { Command } from 'commander';
import { styleText } from 'node:util';
import { customer, customerAsked } from '../../app/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { givenBack, type Workspace } from '../../core/index.ts';
import { exactMoney, localTime, readable } from '../render/numbers.ts';
import { safeText } from '../render/table.ts';

export function addProfile(program: Command): void {
  const command = program
    .command('profile')
    .description('Everything known of one customer: identifiers, traits and where they come from, features, segments, timeline.')
    .argument('<customer>', 'customer id, e-mail, phone, any other identifier, or profile number (#12)')
    .option('--limit <number>', 'how many entries of the timeline', '20');
  common(command, 'clientele profile ana@example.com').action(async (id: string, options: CommonOptions & { readonly limit: string }) => {
    await answer(options, async (app) => customer(app, await customerAsked(app, id, options.asOf), Number(options.limit)), render);
  });
}

/** Why the average order times the orders is not what was spent. */
function givenBackLines(features: Readonly<Record<string, unknown>>, currency: string): readonly string[] {
  const [orders = 0, average = 0, spent = 0] = ['orders_count', 'average_order_value', 'total_spent'].map((name) => Number(features[name] ?? 0));
  const found = givenBack(orders, average, spent);
  if (found === undefined) return [];
  return [
    '',
    `The orders came to ${exactMoney(found.ordered, currency)} as they were placed, of which ${exactMoney(found.back, currency)} was refunded or returned:`,
    'total_spent is what is left, average_order_value is of orders as they were placed.',
  ];
}

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function render(found: Awaited<ReturnType<typeof customer>>, { zone, currency }: Workspace): string {
  const shown = (value: unknown): string => (typeof value === 'string' && instant.test(value) ? localTime(value, zone) : readable(value));
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', styleText('bold', title), ...lines.map((line) => `  ${line}`)];
  const pairs = (values: Readonly<Record<string, unknown>>, source: (name: string) => string = () => ''): readonly string[] =>
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name.padEnd(28)} ${safeText(Array.isArray(value) ? value.join(', ') : shown(value))}${source(name)}`);
  return [
    styleText('bold', `Customer ${found.profile}`),
    ...section(
      'Identifiers',
      found.identifiers.map(({ namespace, value }) => `${namespace.padEnd(28)} ${safeText(value)}`),
    ),
    ...section(
      'Traits',
      pairs(found.traits, (name) => (found.trait_sources[name] === undefined ? '' : styleText('dim', `  (${found.trait_sources[name].source})`))),
    ),
    ...section('Features', [...pairs(found.features), ...givenBackLines(found.features, currency)]),
    ...section(
      'Belongs to',
      found.segments.map(({ name, slug }) => `${name} (${slug})`),
    ),
    ...section(
      'Timeline',
      found.timeline.map(({ at, kind, title, detail, amount }) =>
        safeText(
          [localTime(at, zone), kind.padEnd(8), title, amount === null ? '' : exactMoney(amount, currency), detail ?? '']
            .filter((part) => part !== '')
            .join('  '),
        ),
      ),
    ),
  ].join('\n');
}
