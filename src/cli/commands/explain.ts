import type { Command } from 'commander';
import { styleText } from 'node:util';
import { explainText } from '../../app/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { localTime, plural, readable } from '../render/numbers.ts';
import { safeText } from '../render/table.ts';

export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .description('Say why one customer is in a segment or not: each condition, the value found, the facts behind it, and what would have to change.')
    .argument('<segment>', 'slug of a segment, or an expression')
    .argument('<customer>', 'customer id, e-mail, phone or profile number (#12)');
  common(command, 'clientele explain slipping-regulars ana@example.com').action(async (segment: string, customer: string, options: CommonOptions) => {
    await answer(
      options,
      (app) => explainText(app, segment, customer, options.asOf),
      (found, { zone }) => render(found, zone),
      { meanwhile: explainText.load },
    );
  });
}

const listed = {
  included: ' A person put this customer on its list of those who are always in.',
  excluded: ' A person put this customer on its list of those who are never in.',
  frozen: ' The segment is frozen: its members are those of that moment.',
} as const;

function render(found: Awaited<ReturnType<typeof explainText>>, zone: string): string {
  const why = found.listed === null ? '' : listed[found.listed];
  const lines = [`${found.member ? styleText('green', 'In the segment.') : styleText('yellow', 'Not in the segment.')}${why}`];
  for (const condition of found.conditions) {
    lines.push(
      '',
      `${condition.holds ? styleText('green', '✓') : styleText('red', '✗')} ${safeText(condition.text)}`,
      `  found: ${safeText(readable(condition.actual ?? 'unknown'))}`,
    );
    if (condition.because !== null) lines.push(`  ${safeText(condition.because)}`);
    for (const fact of condition.facts.slice(0, 5)) lines.push(`  · ${safeText([localTime(fact.at, zone), fact.title].join('  '))}`);
    if (condition.facts.length > 5) lines.push(`  · and ${plural(condition.facts.length - 5, 'more fact', 'more facts')}`);
  }
  if (found.to_enter.length > 0) lines.push('', 'To get in:', ...found.to_enter.map((step) => `  ${safeText(step)}`));
  if (found.leaves_at !== null) lines.push('', `Leaves by itself on ${localTime(found.leaves_at, zone)}.`);
  return lines.join('\n');
}
