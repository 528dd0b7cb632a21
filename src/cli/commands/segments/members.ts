import { type Command, Option } from 'commander';
import { type MailingTool, mailingToolNames } from '../../../contract/index.ts';
import { writeMembers } from '../../../app/index.ts';
import { ClienteleError } from '../../../core/index.ts';
import { common, type CommonOptions, withApp } from '../../common.ts';

type MembersOptions = CommonOptions & {
  readonly format?: 'csv' | 'json';
  readonly fields?: string;
  readonly safe?: boolean;
  readonly decimal?: 'point' | 'comma';
  readonly reach?: 'email' | 'sms' | 'post';
  readonly for?: MailingTool;
};

export function addMembers(segments: Command): void {
  const command = segments
    .command('members')
    .description('The members of a segment as CSV or JSON on standard output.')
    .argument('<segment>', 'slug or name')
    .addOption(new Option('--format <format>', 'csv or json').choices(['csv', 'json']).default('csv'))
    .option(
      '--fields <names>',
      'columns: identifiers (customer_id, email, phone, …), traits and features by name, separated by commas; a name that there is none of lists all',
    )
    .addOption(
      new Option('--reach <channel>', 'only those whom it can reach and who agreed to marketing by it: what a mailing tool may be given').choices([
        'email',
        'sms',
        'post',
      ]),
    )
    .addOption(new Option('--for <tool>', 'the columns that a mailing tool asks for, of those whom e-mail may reach').choices(mailingToolNames))
    .option('--safe', "for people's spreadsheets: a byte order mark, and cells that a spreadsheet would run as a formula get a leading '")
    .addOption(
      new Option('--decimal <mark>', 'comma for spreadsheets that write 2,50 and set cells apart by semicolons').choices(['point', 'comma']).default('point'),
    );
  common(command, 'clientele segments members champions --format csv --fields customer_id,email,total_spent').action(
    async (slug: string, options: MembersOptions) => {
      const format = options.json === true ? 'json' : (options.format ?? 'csv');
      if (format === 'json' && options.decimal === 'comma')
        throw new ClienteleError('usage', { detail: '--decimal comma is for CSV: numbers of JSON have a point.' });
      await withApp(options, (app) =>
        writeMembers(app, slug, {
          asOf: options.asOf,
          format,
          fields: options.fields
            ?.split(',')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
          safe: options.safe === true,
          comma: options.decimal === 'comma',
          reach: options.reach,
          tool: options.for,
          write: (text) => void process.stdout.write(text),
        }),
      );
    },
  );
}
