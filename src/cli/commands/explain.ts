import type { Command } from 'commander';
import { styleText } from 'node:util';
import { explainText } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';
import { plural } from '../render/numbers.ts';
import { safeText } from '../render/table.ts';

export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .description('Say why one customer is in a segment or not: each condition, the value found, the facts behind it, and what would have to change.')
    .argument('<segment>', 'slug of a segment, or an expression')
    .argument('<customer>', 'profile number, customer id, e-mail or phone');
  common(command, 'clientele explain slipping-regulars ana@example.com').action(async (segment: string, customer: string, options: CommonOptions) => {
    const found = await withApp(options, (app) => explainText(app, segment, customer, options.asOf));
    if (options.json === true) printJson(found);
    else print(render(found));
  });
}

function render(found: Awaited<ReturnType<typeof explainText>>): string {
  const lines = [found.member ? styleText('green', 'In the segment.') : styleText('yellow', 'Not in the segment.')];
  for (const condition of found.conditions) {
    lines.push(
      '',
      `${condition.holds ? styleText('green', '✓') : styleText('red', '✗')} ${safeText(condition.text)}`,
      `  found: ${safeText(String(condition.actual ?? 'unknown'))}`,
    );
    for (const fact of condition.facts.slice(0, 5)) lines.push(`  · ${safeText([fact.at ?? '', fact.title ?? fact.kind ?? ''].join('  '))}`);
    if (condition.facts.length > 5) lines.push(`  · and ${plural(condition.facts.length - 5, 'more fact', 'more facts')}`);
  }
  if (found.to_enter.length > 0) lines.push('', 'To get in:', ...found.to_enter.map((step) => `  ${safeText(step)}`));
  if (found.leaves_at !== null) lines.push('', `Leaves by itself at ${found.leaves_at}.`);
  return lines.join('\n');
}
