import type { Command } from 'commander';
import { lifecycle, lifecycleSuggestion, setLifecycle } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';
import { money, share, wholeNumber } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

export function addLifecycle(program: Command): void {
  const command = program
    .command('lifecycle')
    .description("The stages of a customer's life with you, who is in each, and what they spent. First match wins.")
    .option('--set <file>', 'take the stages from a YAML file: a list of name and expression')
    .option('--default', 'take the default stages again');
  common(command, 'clientele lifecycle --as-of latest').action(async (options: CommonOptions & { readonly set?: string; readonly default?: boolean }) => {
    await withApp(options, async (app) => {
      if (options.set !== undefined || options.default === true) await setLifecycle(app, options.set, options.asOf);
      const stages = await lifecycle(app, options.asOf);
      if (options.json === true) printJson(stages);
      else print(renderStages(stages, app.workspace.currency));
    });
  });
  const suggest = command.command('suggest').description("Propose day limits from the shop's own gaps between orders.");
  common(suggest, 'clientele lifecycle suggest').action(async (options: CommonOptions) => {
    const suggestion = await withApp(options, (app) => lifecycleSuggestion(app, options.asOf));
    if (options.json === true) printJson(suggestion);
    else print(`${suggestion.sentence}\n\n${suggestion.yaml}`);
  });
}

const renderStages = (stages: Awaited<ReturnType<typeof lifecycle>>, currency: string): string =>
  renderTable(
    [
      { title: 'stage', cell: (stage: (typeof stages)[number]) => stage.name },
      { title: 'customers', align: 'right', cell: (stage) => wholeNumber(stage.members) },
      { title: 'share', align: 'right', cell: (stage) => share(stage.share) },
      { title: 'spent', align: 'right', cell: (stage) => money(stage.revenue, currency) },
      { title: 'when', cell: (stage) => stage.text, max: 90 },
    ],
    stages,
  );
