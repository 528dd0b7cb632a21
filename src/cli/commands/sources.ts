import { type Command, Option } from 'commander';
import { createSource, listSources, removeSource, rotateKey, sourceKeys } from '../../app/index.ts';
import { type LiveSource, type LiveSourceKey, liveSourceTypes } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { renderTable } from '../render/table.ts';
import { addSourceChange } from './sources/change.ts';
import { addSourceLooks } from './sources/look.ts';
import { addSourceQuarantine } from './sources/quarantine.ts';
import { readSettings } from './sources/settings-file.ts';

type AddOptions = CommonOptions & {
  readonly name?: string;
  readonly slug?: string;
  readonly settings?: string;
  readonly signingSecret?: string;
  readonly password?: string;
};

export function addSources(program: Command): void {
  const command = program.command('sources').description('Live sources: sites, servers, shops and services that send events as they happen, and their keys.');
  common(command, 'clientele sources\n  clientele sources add website --name "Our shop"').action((options: CommonOptions) =>
    answer(options, listSources, renderSources),
  );
  addAdd(command);
  addSourceChange(command);
  addSourceLooks(command);
  addSourceQuarantine(command);
  common(
    command.command('keys').description('The write keys of a source that are taken now.').argument('<source>', 'its slug'),
    'clientele sources keys website',
  ).action((slug: string, options: CommonOptions) => answer(options, (app) => sourceKeys(app, slug), renderKeys));
  const rotate = command
    .command('rotate')
    .description('Make a new write key. The one before is taken for a week more.')
    .argument('<source>', 'its slug')
    .option('--at-once', 'end the keys before at once, such as after a theft');
  common(rotate, 'clientele sources rotate website').action((slug: string, options: CommonOptions & { readonly atOnce?: boolean }) =>
    answer(options, (app) => rotateKey(app, slug, options.atOnce === true), renderKeys),
  );
  common(
    command.command('remove').description('Remove a source and its keys; what it sent stays.').argument('<source>', 'its slug'),
    'clientele sources remove website',
  ).action((slug: string, options: CommonOptions) =>
    answer(
      options,
      async (app) => {
        await removeSource(app, slug);
        return { removed: slug };
      },
      ({ removed }) => `Removed ${removed}. Its records stay; its keys open nothing any more.`,
    ),
  );
}

function addAdd(command: Command): void {
  const add = command
    .command('add')
    .description('Make a live source and print its write key.')
    .argument('<type>', liveSourceTypes.join(', '))
    .option('--name <name>', 'what you call it (default: the type)')
    .option('--slug <slug>', 'short name under which its records are kept; files imported with the same --source meet them')
    .option('--settings <file>', 'settings as JSON: origins, mapping, url, topics, …')
    .addOption(new Option('--signing-secret <secret>', 'what the sender signs with').env('CLIENTELE_SIGNING_SECRET'))
    .addOption(new Option('--password <password>', 'of Postmark’s address or of the broker').env('CLIENTELE_SOURCE_PASSWORD'));
  common(add, 'clientele sources add shopify --name "Our Shopify shop"').action(async (type: string, options: AddOptions) => {
    const known = liveSourceTypes.find((one) => one === type);
    if (known === undefined) throw new ClienteleError('usage', { detail: `"${type}" is no type of source; the types are ${liveSourceTypes.join(', ')}.` });
    const settings = options.settings === undefined ? {} : await readSettings(options.settings);
    const { signingSecret: signing, password } = options;
    await answer(
      options,
      async (app) => {
        const secrets = { ...(signing === undefined ? {} : { signing }), ...(password === undefined ? {} : { password }) };
        const source = await createSource(
          app,
          { type: known, name: options.name ?? known, ...(options.slug === undefined ? {} : { slug: options.slug }), settings, secrets },
          'command line',
        );
        return { source, keys: await sourceKeys(app, source.slug) };
      },
      ({ source, keys }) =>
        `Made ${source.slug} (${source.type}).\n\n${renderKeys(keys)}\n\nStart the server, then see Data, Live sources for how to set it up.`,
    );
  });
}

function renderSources(sources: readonly LiveSource[]): string {
  if (sources.length === 0) return 'No live sources yet. Make one with `clientele sources add website`.';
  return renderTable(
    [
      { title: 'source', cell: ({ slug }) => slug },
      { title: 'type', cell: ({ type }) => type },
      { title: 'name', cell: ({ name }) => name },
      { title: 'last seen', cell: ({ last_seen_at: seen }) => seen ?? 'never' },
      { title: 'last 24 h', align: 'right', cell: ({ received_day: received }) => String(received) },
      { title: '', cell: ({ disabled }) => (disabled ? 'off' : '') },
    ],
    sources,
  );
}

const renderKeys = (keys: readonly LiveSourceKey[]): string =>
  keys.map(({ key, expires_at: end }) => (end === null ? key : `${key}  (replaced; taken until ${end})`)).join('\n');
