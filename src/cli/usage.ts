import type { Command, CommanderError } from 'commander';
import { ClienteleError, nearest } from '../core/index.ts';
import { reportFailure } from './render/failure.ts';

/** How a command was misused, as its parser says it: printed at once, or kept for an answer in JSON. */
export type Usage = { readonly json: boolean; said?: string };

/** Has a command say what is wrong with its arguments. */
export function sayUsage(command: Command, usage: Usage): void {
  command.configureOutput({
    outputError: (text, write) => {
      usage.said = misnamed(command) ?? text;
      write(usage.said);
    },
    ...(usage.json ? { writeErr: () => undefined } : {}),
  });
}

/** Exit code of what the parser ended with: help and the version are answers, everything else is bad usage. */
export function usageExit(error: CommanderError, usage: Usage): number {
  if (error.exitCode === 0) return 0;
  if (!usage.json) return 2;
  const said = usage.said ?? (error.code.startsWith('commander.help') ? 'a command is missing' : error.message);
  const detail = said
    .replace(/^error: /, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return reportFailure(new ClienteleError('usage', { detail: `${detail.charAt(0).toUpperCase()}${detail.slice(1)}` }, {}, error), {
    json: true,
    verbose: false,
  });
}

/** A command that does something alone takes a misspelled subcommand for an argument too many; one that does nothing alone takes an option for a subcommand. */
function misnamed(command: Command): string | undefined {
  const [name] = command.args;
  const children = command.commands.map((child) => child.name());
  if (name === undefined || children.length === 0 || children.includes(name) || command.registeredArguments.length > 0 || command.parent === null)
    return undefined;
  if (name.startsWith('-'))
    return command.options.length > 0 ? undefined : `error: ${command.name()} needs one of its commands before ${name}\n(It has ${children.join(', ')}.)\n`;
  const near = nearest(name, children);
  const help = near.length === 0 ? `(It has ${children.join(', ')}.)` : `(Did you mean ${near.join(' or ')}?)`;
  return `error: unknown command '${name}' of ${command.name()}\n${help}\n`;
}
