import type { Command } from 'commander';
import { endedLongAgo, previewText } from '../../app/index.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { localTime, plural, share, wholeNumber } from '../render/numbers.ts';
import { renderEnd } from '../render/summary.ts';
import { renderTable } from '../render/table.ts';

export function addPreview(program: Command): void {
  const command = program
    .command('preview')
    .description('Count the customers for whom an expression of the segment language holds, and say it as a sentence.')
    .argument('<expression>', "such as 'orders >= 3 and days since last order > 60'; see docs/segment-language.md");
  common(command, `clientele preview 'country = "GB" and orders >= 3' --as-of latest`).action(async (expression: string, options: CommonOptions) => {
    let ended: string | null = null;
    await answer(
      options,
      async (app) => {
        const found = await previewText(app, expression, options.asOf);
        // Of an answer in JSON the keys are documented, and `as_of` is one of them.
        if (options.json !== true) ended = await endedLongAgo(app, options.asOf);
        return found;
      },
      (found, { zone }) => `${render(found, zone)}${ended === null ? '' : `\n\n${renderEnd(ended, zone)}`}`,
      { meanwhile: previewText.load },
    );
  });
}

function render(found: Awaited<ReturnType<typeof previewText>>, zone: string): string {
  const lines = [found.sentence, '', `${plural(found.members, 'customer')}, ${share(found.share)} of all.`];
  if (found.clauses.length > 1) {
    lines.push(
      '',
      renderTable(
        [
          { title: 'condition', cell: (clause: { readonly text: string; readonly members: number }) => clause.text, max: 100 },
          { title: 'on its own', align: 'right', cell: (clause) => wholeNumber(clause.members) },
        ],
        found.clauses,
      ),
    );
  }
  if (found.next_change !== null) lines.push('', `Time alone changes this next on ${localTime(found.next_change, zone)}.`);
  for (const warning of found.warnings) lines.push('', `Note: ${warning}`);
  return lines.join('\n');
}
