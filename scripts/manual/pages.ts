import type { Command } from 'commander';
import { buildProgram } from '../../src/cli/index.ts';
import { errorCatalogue } from '../../src/core/index.ts';

/** Pages of the manual that are made from the code: path → text. */
export function manualPages(): Readonly<Record<string, string>> {
  return { 'docs/commands.md': commandsPage(), 'docs/errors.md': errorsPage() };
}

function commandsPage(): string {
  const program = buildProgram('');
  return [
    '# Commands',
    '',
    'This page is made from the program itself (`npm run manual`). Exit codes: 0 done, 1 a mistake in data or definition, 2 bad usage, 3 an internal fault.',
    'The shapes that `--json` prints are in [json.md](json.md).',
    '',
    ...program.commands.flatMap((command) => commandSection(command, 'clientele')),
  ].join('\n');
}

function commandSection(command: Command, path: string): readonly string[] {
  const name = `${path} ${command.name()}`;
  const rows = command.options.map(
    (option) =>
      `| \`${option.flags.replaceAll('|', '\\|')}\` | ${cell(option.description)} | ${option.defaultValue === undefined ? '' : `\`${String(option.defaultValue)}\``} |`,
  );
  const example = exampleOf(command);
  return [
    `## ${name}`,
    '',
    command.description(),
    '',
    `    ${name} ${command.usage()}`.trimEnd(),
    '',
    ...(command.registeredArguments.length === 0
      ? []
      : [...command.registeredArguments.map((argument) => `- \`${argument.name()}\`: ${argument.description}`), '']),
    ...(rows.length === 0 ? [] : ['| option | meaning | default |', '|---|---|---|', ...rows, '']),
    ...(example === undefined ? [] : ['Example:', '', ...example.map((line) => `    ${line}`), '']),
    ...command.commands.flatMap((child) => commandSection(child, name)),
  ];
}

/** The example that `common` put below the command's help. */
function exampleOf(command: Command): readonly string[] | undefined {
  let help = '';
  command.configureOutput({ writeOut: (text) => void (help += text) });
  command.outputHelp();
  const [, example] = /\nExample:\n([\s\S]+)$/.exec(help) ?? [];
  return example
    ?.trimEnd()
    .split('\n')
    .map((line) => line.trim());
}

function errorsPage(): string {
  const rows = Object.entries(errorCatalogue).map(
    ([code, { exit, status, message, hint }]) => `| \`${code}\` | ${exit} | ${status} | ${cell(message)} | ${cell(hint)} |`,
  );
  return [
    '# Errors',
    '',
    'Every error that Clientele can answer with, made from `src/core/errors.ts` (`npm run manual`). `{words}` are filled in.',
    '',
    '| code | exit | HTTP | message | what to do |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
