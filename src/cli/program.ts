import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { reportFailure } from './render/failure.ts';
import { sayUsage, type Usage, usageExit } from './usage.ts';

const helpNote = '(add --help for how it is used)';

/** The whole command line as one commander tree, or one command of it; nothing runs until it is parsed. */
export function buildProgram(version: string, only?: string, usage: Usage = { json: false }): Command {
  const program = new Command('clientele')
    .description('Customer segmentation for small and medium businesses: from your own files to measured segments.')
    .version(version)
    .showSuggestionAfterError()
    .addHelpText('after', '\nExample:\n  clientele import orders.csv customers.csv\n  clientele segments list');
  for (const [name, add] of Object.entries(commands)) if (only === undefined || name === only) add(program);
  for (const command of everyCommand(program)) {
    command.exitOverride().showHelpAfterError(helpNote).enablePositionalOptions();
    sayUsage(command, usage);
  }
  return program;
}

/** Parses the arguments and runs one command. Resolves to the exit code: 0, 1 a user's mistake, 2 bad usage, 3 our fault. */
export async function runProgram(args: readonly string[], version: string): Promise<number> {
  const usage: Usage = { json: args.includes('--json') };
  try {
    const [first = ''] = args;
    // To build the others' trees takes longer than what some commands do.
    await buildProgram(version, Object.hasOwn(commands, first) ? first : undefined, usage).parseAsync([...args], { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return usageExit(error, usage);
    return reportFailure(error, { json: usage.json, verbose: args.includes('--verbose') });
  }
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap((child) => everyCommand(child))];
}
