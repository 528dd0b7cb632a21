import type { Command } from 'commander';
import { scorecardOf } from '../../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../../common.ts';
import { renderScorecards } from '../../render/scorecard.ts';

export function addScorecard(segments: Command): void {
  const command = segments
    .command('scorecard')
    .description(
      'Is it a good segment? Measurable, accessible, substantial, differentiable, actionable, alike within and different between; see docs/scorecard.md.',
    )
    .argument('[segment]', 'slug or name (default: all)');
  common(command, 'clientele segments scorecard champions --as-of latest').action(async (slug: string | undefined, options: CommonOptions) => {
    const report = await withApp(options, (app) => scorecardOf(app, slug, options.asOf));
    if (options.json === true) printJson(slug === undefined ? report : report.scorecards[0]);
    else print(renderScorecards(report));
  });
}
