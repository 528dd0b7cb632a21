import type { Command } from 'commander';
import { type App, openApp, type OpenOptions, realEffects } from '../app/index.ts';
import { ClienteleError, type Workspace } from '../core/index.ts';
import { renderMended } from './render/mended.ts';
import { terminalProgress } from './render/progress.ts';

/** What every command takes. */
export type CommonOptions = { readonly data: string; readonly asOf?: string; readonly json?: boolean; readonly verbose?: boolean };

/** Adds the options that every command has, and its example. */
export function common(command: Command, example: string): Command {
  return command
    .option('--data <folder>', 'the workspace folder', './clientele-data')
    .option('--as-of <when>', 'look from this date or instant, or "latest": the day after the newest fact (default: now)')
    .option('--json', 'print JSON of a documented shape')
    .option('--verbose', 'print the trace of an internal error')
    .addHelpText('after', `\nExample:\n  ${example}`);
}

/** What the suggested commands need to find the same workspace and to look from the same moment. */
export const sameOptions = ({ data, asOf }: CommonOptions): string =>
  `${data === './clientele-data' ? '' : ` --data ${shellWord(data)}`}${asOf === undefined ? '' : ` --as-of ${shellWord(asOf)}`}`;

/** As a shell takes it for one word. */
const shellWord = (text: string): string => (/^[\w./:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);

/** Opens the workspace for one command and closes it whatever happens. */
export async function withApp<T>(options: CommonOptions, work: (app: App) => Promise<T>, open: OpenOptions = {}): Promise<T> {
  const progress = terminalProgress();
  const opened = await openApp(options.data, realEffects(progress.report), open);
  const mended = renderMended(opened);
  if (mended !== undefined) process.stderr.write(`${mended}\n`);
  try {
    // Whatever is asked looks from there, also what takes no moment of its own.
    return await work(options.asOf === undefined ? opened : { ...opened, asOf: options.asOf });
  } finally {
    progress.stop();
    await opened.close();
  }
}

/** Runs a use case and prints its answer: JSON as it is, or as a person reads it with the workspace's currency and time zone. */
export async function answer<T>(
  options: CommonOptions,
  work: (app: App) => Promise<T>,
  render: (found: T, workspace: Workspace) => string,
  open: OpenOptions = {},
): Promise<void> {
  await withApp(
    options,
    async (app) => {
      const found = await work(app).catch(unfit);
      if (options.json === true) printJson(found);
      else print(render(found, app.workspace));
    },
    open,
  );
}

/** A request that its schema refuses is a matter of how the command is used: it says which part, and what was expected. */
function unfit(error: unknown): never {
  if (!(error instanceof Error) || error.name !== 'ZodError' || !('issues' in error) || !Array.isArray(error.issues)) throw error;
  const issues = error.issues as readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
  throw new ClienteleError('usage', { detail: issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ') }, {}, error);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** JSON output: stable key order as built, two spaces. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}
