import type { Command } from 'commander';
import { styleText } from 'node:util';
import { customer } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';
import { safeText } from '../render/table.ts';

export function addProfile(program: Command): void {
  const command = program
    .command('profile')
    .description('Everything known of one customer: identifiers, traits and where they come from, features, segments, timeline.')
    .argument('<customer>', 'profile number, customer id, e-mail, phone or any other identifier')
    .option('--limit <number>', 'how many entries of the timeline', '20');
  common(command, 'clientele profile ana@example.com').action(async (id: string, options: CommonOptions & { readonly limit: string }) => {
    const found = await withApp(options, (app) => customer(app, id, { asOf: options.asOf, timeline: Number(options.limit) }));
    if (options.json === true) printJson(found);
    else print(render(found));
  });
}

function render(found: Awaited<ReturnType<typeof customer>>): string {
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', styleText('bold', title), ...lines.map((line) => `  ${line}`)];
  const pairs = (values: Readonly<Record<string, unknown>>, source: (name: string) => string = () => ''): readonly string[] =>
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name.padEnd(28)} ${safeText(Array.isArray(value) ? value.join(', ') : String(value))}${source(name)}`);
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
    ...section('Features', pairs(found.features)),
    ...section(
      'Belongs to',
      found.segments.map(({ name, slug }) => `${name} (${slug})`),
    ),
    ...section(
      'Timeline',
      found.timeline.map(({ at, kind, title, detail }) =>
        safeText(`${at.slice(0, 16).replace('T', ' ')}  ${kind.padEnd(8)} ${title}${detail === null || detail === '' ? '' : `  ${detail}`}`),
      ),
    ),
  ].join('\n');
}
