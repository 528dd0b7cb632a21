import { type Command, Option } from 'commander';
import { changeSource } from '../../../app/index.ts';
import { answer, common, type CommonOptions } from '../../common.ts';
import { readSettings } from './settings-file.ts';

type ChangeOptions = CommonOptions & {
  readonly name?: string;
  readonly settings?: string;
  readonly signingSecret?: string;
  readonly password?: string;
  readonly off?: boolean;
  readonly on?: boolean;
};

export function addSourceChange(sources: Command): void {
  const change = sources
    .command('change')
    .description('Rename a source, replace its settings, set a secret, switch it off or on. What is left out stays.')
    .argument('<source>', 'its slug')
    .option('--name <name>', 'what you call it')
    .option('--settings <file>', 'all of its settings as JSON')
    .addOption(new Option('--signing-secret <secret>', 'what the sender signs with').env('CLIENTELE_SIGNING_SECRET'))
    .addOption(new Option('--password <password>', 'of Postmark’s address or of the broker').env('CLIENTELE_SOURCE_PASSWORD'))
    .addOption(new Option('--off', 'take nothing more from it').conflicts('on'))
    .option('--on', 'take from it again');
  common(change, 'clientele sources change till --settings till.json').action(async (slug: string, options: ChangeOptions) => {
    const { name, signingSecret: signing, password } = options;
    const settings = options.settings === undefined ? undefined : await readSettings(options.settings);
    const secrets = { ...(signing === undefined ? {} : { signing }), ...(password === undefined ? {} : { password }) };
    const disabled = options.off === true ? true : options.on === true ? false : undefined;
    await answer(
      options,
      (app) =>
        changeSource(app, slug, {
          ...(name === undefined ? {} : { name }),
          ...(settings === undefined ? {} : { settings }),
          ...(Object.keys(secrets).length === 0 ? {} : { secrets }),
          ...(disabled === undefined ? {} : { disabled }),
        }),
      (source) => `${source.slug} (${source.name}) is ${source.disabled ? 'off' : 'on'}. Secrets that are set: ${source.secrets.join(', ') || 'none'}.`,
    );
  });
}
