import { type Command, InvalidArgumentError, Option } from 'commander';
import { importAll, type ImportAllRequest, refreshAll, summary } from '../../app/index.ts';
import { type ImportReport, kinds, type Kind, statusReadings } from '../../contract/index.ts';
import { ClienteleError, type Workspace } from '../../core/index.ts';
import { common, type CommonOptions, print, printJson, sameOptions, withApp } from '../common.ts';
import { renderImport } from '../render/import.ts';
import { renderMovedLimits } from '../render/moved-limits.ts';
import { renderSummary } from '../render/summary.ts';

type ImportOptions = CommonOptions & {
  readonly kind?: Kind;
  readonly source?: string;
  readonly preset?: string;
  readonly map?: readonly string[];
  readonly mapping?: string;
  readonly saveMapping?: string;
  readonly dryRun?: boolean;
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  readonly decimal?: 'point' | 'comma';
  readonly currency?: string;
  readonly timeZone?: string;
  readonly country?: string;
  readonly listSeparator?: string;
  readonly feedbackKind?: 'review' | 'ticket' | 'survey';
  readonly means?: readonly string[];
  readonly status?: readonly string[];
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly header: boolean;
  readonly columns?: string;
  readonly sheet?: string;
  readonly query?: string;
  readonly format?: 'singer' | 'airbyte' | 'jsonl' | 'csv';
  readonly refresh: boolean;
};

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description('Read, check and record files, folders, a stream on standard input ("-") or a database query; then bring the segments up to date.')
    .argument('<inputs...>', 'files, folders, "-", or the URL of a PostgreSQL or MySQL database (with --query)')
    .addOption(new Option('--kind <kind>', 'what the records are, where it can not be told').choices([...kinds]))
    .option('--source <name>', 'name of the source: records are unique per source and id')
    .option('--preset <id>', 'read the columns as this known export')
    .option('--map <column=field>', 'say what a column means; may be given several times', collect)
    .option('--mapping <file>', 'use a saved mapping')
    .option('--save-mapping <file>', 'write the mapping that was used')
    .option('--dry-run', 'say exactly what would be created, updated, skipped and rejected, and change nothing')
    .addOption(new Option('--date-order <order>', 'how ambiguous dates are written').choices(['dmy', 'mdy', 'ymd']))
    .addOption(new Option('--decimal <mark>', 'what separates decimals').choices(['point', 'comma']))
    .option('--currency <code>', 'currency of amounts that name none')
    .option('--timezone, --time-zone <zone>', "zone of times that name none (default: the workspace's)")
    .option('--country <code>', "country of phone numbers that name none (default: the workspace's)")
    .option('--list-separator <text>', 'what separates several values in one cell')
    .addOption(new Option('--feedback-kind <kind>', 'what feedback is').choices(['review', 'ticket', 'survey']))
    .option('--means <word=yes>', 'what a word in columns of yes and no means: yes, no or unknown; may be given several times', collect)
    .option('--status <word=reading>', 'how a word of the status column is read: counts, refunded or void; may be given several times', collect)
    .option('--delimiter <text>', 'what separates cells (default: found out)')
    .option('--encoding <name>', 'text encoding (default: found out)')
    .option('--no-header', 'the first row is data already')
    .option('--columns <names>', 'names for the columns of a file without a header, separated by commas')
    .option('--sheet <name>', "a workbook's sheet, by name or number")
    .option('--query <sql>', 'the query to run, where the input is the URL of a database')
    .addOption(new Option('--format <format>', 'what comes on standard input (default: found out)').choices(['singer', 'airbyte', 'jsonl', 'csv']))
    .option('--no-refresh', 'record only; segments are brought up to date by the next command');
  common(
    command,
    'clientele import orders.csv customers.csv\n  clientele import exports/ --dry-run\n  tap-shopify | clientele import - --format singer',
  ).action(async (inputs: readonly string[], options: ImportOptions) => {
    await withApp(
      options,
      async (app) => {
        const { reports, states, leftAlone } = await importAll(app, request(inputs, options));
        if (app.created && options.dryRun !== true) note(madeWorkspace(app.folder.root, app.workspace));
        const refreshed = options.dryRun !== true && options.refresh ? await refreshAll(app, options.asOf) : undefined;
        // A tap's runner reads states from standard output, so there nothing else stands.
        const say = states.length > 0 ? note : print;
        if (options.json === true) printJson(jsonOf(reports, states, options, inputs.length === 1));
        else {
          for (const report of reports) say(renderImport(report));
          if (refreshed !== undefined) say(renderSummary(await summary(app, options.asOf), app.workspace, sameOptions(options)));
          if (refreshed !== undefined && refreshed.moved_limits.length > 0) say(`\n${renderMovedLimits(refreshed.moved_limits, sameOptions(options))}`);
          if (options.dryRun !== true) for (const state of states) print(JSON.stringify({ type: 'STATE', value: state }));
        }
        for (const { file, why } of leftAlone) note(`${file} was left alone: ${why}`);
      },
      { create: {}, scratch: options.dryRun === true, unmakeUnlessImported: true },
    );
  });
}

/** Said on standard error, so that standard output stays what was asked for. */
const note = (text: string): void => void process.stderr.write(`${text}\n`);

const madeWorkspace = (folder: string, { currency, zone, country }: Workspace): string =>
  `Made a workspace in ${folder}: ${currency}, ${zone}, ${country ?? 'no country'}. To choose others, remove it and run \`clientele init\` first.`;

/** One report for one input, else a list; states that may be handed back stand in the last one. */
function jsonOf(reports: readonly ImportReport[], states: readonly unknown[], options: ImportOptions, single: boolean): unknown {
  const last = reports.length - 1;
  const all = states.length === 0 || options.dryRun === true ? reports : reports.map((report, index) => (index === last ? { ...report, states } : report));
  return single && all.length === 1 ? all[0] : all;
}

function request(inputs: readonly string[], options: ImportOptions): ImportAllRequest {
  return {
    inputs,
    query: options.query,
    format: options.format,
    kind: options.kind,
    source: options.source,
    preset: options.preset,
    map: Object.fromEntries((options.map ?? []).map(columnAndField)),
    mappingFile: options.mapping,
    saveMapping: options.saveMapping,
    dryRun: options.dryRun === true,
    options: present({
      dateOrder: options.dateOrder,
      decimal: options.decimal,
      currency: options.currency?.toUpperCase(),
      zone: options.timeZone,
      country: options.country?.toUpperCase(),
      listSeparator: options.listSeparator,
      feedbackKind: options.feedbackKind,
      meanings: options.means === undefined ? undefined : Object.fromEntries(options.means.map((text) => wordAnd('--means', text, ['yes', 'no', 'unknown']))),
      statuses: options.status === undefined ? undefined : Object.fromEntries(options.status.map((text) => wordAnd('--status', text, statusReadings))),
    }),
    read: present({
      delimiter: options.delimiter === '\\t' ? '\t' : options.delimiter,
      encoding: options.encoding,
      header: options.header ? undefined : false,
      columns: options.columns?.split(',').map((name) => name.trim()),
      sheet: options.sheet,
    }),
  };
}

/** Leaves out what was not said. */
function present<T extends object>(values: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { readonly [K in keyof T]?: Exclude<T[K], undefined> };
}

function columnAndField(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  if (at <= 0 || at === text.length - 1)
    throw new ClienteleError('usage', { detail: `--map "${text}" is not COLUMN=field.` }, {}, new InvalidArgumentError(text));
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** `WORD=meaning`; a word may itself hold an equals sign. */
function wordAnd<M extends string>(option: string, text: string, meanings: readonly M[]): readonly [string, M] {
  const at = text.lastIndexOf('=');
  const said = text.slice(at + 1).trim();
  const meaning = meanings.find((each) => each === said.toLowerCase());
  if (at > 0 && meaning !== undefined) return [text.slice(0, at).trim(), meaning];
  const forms = meanings.map((each) => `WORD=${each}`);
  throw new ClienteleError(
    'usage',
    { detail: `${option} "${text}" is not ${forms.slice(0, -1).join(', ')} or ${forms.at(-1)}.` },
    {},
    new InvalidArgumentError(text),
  );
}
