import { Argument, type Command, Option } from 'commander';
import {
  allowPrivateWebhooks,
  editWebhook,
  listWebhookDeliveries,
  listWebhooks,
  makeWebhook,
  redeliverWebhook,
  removeWebhook,
  rotateWebhookSecret,
  testWebhook,
} from '../../app/index.ts';
import type { NewWebhook, Webhook, WebhookDelivery } from '../../contract/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { renderTable } from '../render/table.ts';

type AddOptions = CommonOptions & {
  readonly name?: string;
  readonly segment?: readonly string[];
  readonly moves: NewWebhook['moves'];
  readonly identifier?: readonly string[];
};

const author = 'command line';

/** Who is told of entries and exits. Whoever holds the workspace's folder sees everything in it, contacts too. */
export function addWebhooks(program: Command): void {
  const command = program
    .command('webhooks')
    .description('Who outside is told when customers enter or leave segments, and what became of each message. Alone it lists them.');
  common(command, 'clientele webhooks\n  clientele webhooks add https://example.com/hook --segment slipping-regulars').action((options: CommonOptions) =>
    answer(options, ({ control }) => listWebhooks(control), renderWebhooks),
  );
  addAdd(command);
  addOne(command, 'rotate', 'Make a new secret. For a day messages carry a signature by the old one, too.', (options, id) =>
    answer(
      options,
      (app) => rotateWebhookSecret(app, id),
      ({ secret }) => `The new secret, shown this once: ${secret}`,
    ),
  );
  addOne(command, 'test', 'Send a test message at once, and say what came of it.', (options, id) =>
    answer(
      options,
      (app) => testWebhook(app, id),
      ({ status, error }) => (error === null ? `The test was taken (${status}).` : `The test was not taken: ${error}.`),
    ),
  );
  for (const [name, enabled] of [
    ['on', true],
    ['off', false],
  ] as const)
    addOne(command, name, enabled ? 'Switch it on; what waits goes out.' : 'Switch it off; messages wait.', (options, id) =>
      answer(
        options,
        (app) => editWebhook(app, id, { enabled }, true),
        (webhook) => `${webhook.name} is ${webhook.enabled ? 'on' : 'off'}.`,
      ),
    );
  addOne(command, 'remove', 'Tell them nothing any more, and forget what became of their messages.', (options, id) =>
    answer(
      options,
      async (app) => {
        await removeWebhook(app, id);
        return { removed: id };
      },
      () => 'Removed.',
    ),
  );
  addDeliveries(command);
  const network = command
    .command('private-addresses')
    .description('Whether messages may go to addresses that only this network has.')
    .addArgument(new Argument('<allowed>', 'yes or no').choices(['yes', 'no']));
  common(network, 'clientele webhooks private-addresses yes').action((allowed: string, options: CommonOptions) =>
    answer(
      options,
      async ({ control }) => {
        await allowPrivateWebhooks(control, allowed === 'yes');
        return { private_addresses: allowed === 'yes' };
      },
      (now) => (now.private_addresses ? 'Addresses of this network are allowed.' : 'Messages go to the internet alone.'),
    ),
  );
}

function addAdd(command: Command): void {
  const add = command
    .command('add')
    .description('Tell another system of entries and exits, and print the secret that signs, once.')
    .argument('<url>', 'where messages go; begins with https://')
    .option('--name <name>', 'what you call it (default: the host)')
    .option('--segment <slug...>', 'which segments (default: every one)')
    .addOption(new Option('--moves <which>', 'which moves').choices(['entered', 'left', 'both']).default('both'))
    .option('--identifier <namespace...>', 'what messages name customers by (default: customer_id)');
  common(add, 'clientele webhooks add https://example.com/hook --segment slipping-regulars --moves entered').action((url: string, options: AddOptions) =>
    answer(
      options,
      (app) =>
        makeWebhook(
          app,
          {
            name: options.name ?? (URL.canParse(url) ? new URL(url).host : url),
            url,
            segments: options.segment ?? null,
            moves: options.moves,
            identifiers: options.identifier ?? ['customer_id'],
          },
          { author, personalData: true },
        ),
      ({ webhook, secret }) =>
        `Made ${webhook.name} (${webhook.id}).\n\nThe secret that signs, shown this once: ${secret}\n\nMessages go out while the server runs.`,
    ),
  );
}

function addOne(command: Command, name: string, description: string, act: (options: CommonOptions, id: string) => Promise<void>): void {
  common(command.command(name).description(description).argument('<id>', 'as `clientele webhooks` lists it'), `clientele webhooks ${name} 3f1c0a`).action(
    (id: string, options: CommonOptions) => act(options, id),
  );
}

function addDeliveries(command: Command): void {
  const list = command
    .command('deliveries')
    .description('Messages to one subscriber, newest first, and what became of them.')
    .argument('<id>', 'as `clientele webhooks` lists it')
    .addOption(new Option('--status <status>', 'only these').choices(['waiting', 'delivered', 'dead']));
  common(list, 'clientele webhooks deliveries 3f1c0a --status dead').action(
    (id: string, options: CommonOptions & { readonly status?: WebhookDelivery['status'] }) =>
      answer(options, ({ control }) => listWebhookDeliveries(control, id, options.status, 100), renderDeliveries),
  );
  common(
    command.command('redeliver').description('Send a message again, under the same id, once the server runs.').argument('<message>', 'id of the message'),
    'clientele webhooks redeliver msg_5f0c',
  ).action((id: string, options: CommonOptions) =>
    answer(
      options,
      (app) => redeliverWebhook(app, id),
      (delivery) => `${delivery.id} is ${delivery.status}.`,
    ),
  );
}

const renderWebhooks = (webhooks: readonly Webhook[]): string =>
  webhooks.length === 0
    ? 'Nobody is told yet. `clientele webhooks add https://example.com/hook` does.'
    : renderTable(
        [
          { title: 'id', cell: ({ id }) => id },
          { title: 'name', cell: ({ name }) => name },
          { title: 'address', cell: ({ url }) => url },
          { title: 'segments', cell: ({ segments }) => segments?.join(', ') ?? 'every one' },
          { title: 'moves', cell: ({ moves }) => moves },
          { title: 'delivered', align: 'right', cell: ({ delivered }) => String(delivered) },
          { title: 'waiting', align: 'right', cell: ({ waiting }) => String(waiting) },
          { title: 'given up', align: 'right', cell: ({ dead }) => String(dead) },
          { title: '', cell: ({ enabled, disabled_because: why }) => (enabled ? '' : `off${why === null ? '' : `: ${why}`}`) },
        ],
        webhooks,
      );

const renderDeliveries = (deliveries: readonly WebhookDelivery[]): string =>
  deliveries.length === 0
    ? 'Nothing has been sent.'
    : renderTable(
        [
          { title: 'message', cell: ({ id }) => id },
          { title: 'type', cell: ({ type }) => type },
          { title: 'segment', cell: ({ segment }) => segment ?? '' },
          { title: 'status', cell: ({ status }) => status },
          { title: 'attempts', align: 'right', cell: ({ attempts }) => String(attempts) },
          { title: 'last error', cell: ({ last_error: error }) => error ?? '' },
          { title: 'next', cell: ({ next_at: next }) => next ?? '' },
        ],
        deliveries,
      );
