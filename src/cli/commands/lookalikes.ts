import type { Command } from 'commander';
import { forgetLookalikes, keepLookalikes, keptLookalikes, lookalikes } from '../../app/index.ts';
import type { LookalikeAnswer } from '../../contract/schemas.ts';
import { answer, common, type CommonOptions } from '../common.ts';
import { withHow } from '../render/insight.ts';
import { localDay, share, wholeNumber } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

type Options = CommonOptions & { readonly seed: string };

export function addLookalikes(program: Command): void {
  const command = program.command('lookalikes').description('Who is like the members of a segment and not among them.');
  command.addHelpText('after', '\nExample:\n  clientele lookalikes of champions --as-of latest');
  const of = command
    .command('of')
    .argument('<segment>', 'a segment, or a definition in quotes')
    .description('How well it can be told, by what, and how many there are.')
    .option('--seed <n>', 'of the folds', '1');
  common(of, 'clientele lookalikes of champions --as-of latest').action(async (segment: string, options: Options) =>
    answer(
      options,
      (app) => lookalikes(app, { ...(options.asOf === undefined ? {} : { as_of: options.asOf }), segment, seed: options.seed }),
      renderLookalikes,
    ),
  );
  const keep = command
    .command('keep')
    .argument('<segment>', 'a segment, or a definition in quotes')
    .description('Keep them as the trait predicted.like_…, for segments to use; every refresh scores everybody anew.')
    .option('--seed <n>', 'of the folds', '1');
  common(keep, 'clientele lookalikes keep champions --as-of latest').action(async (segment: string, options: Options) =>
    answer(
      options,
      (app) => keepLookalikes(app, { ...(options.asOf === undefined ? {} : { as_of: options.asOf }), segment, seed: options.seed }, 'command line'),
      renderLookalikes,
    ),
  );
  const list = command.command('list').description('Look-alikes that are kept as traits.');
  common(list, 'clientele lookalikes list').action(async (options: CommonOptions) =>
    answer(options, keptLookalikes, (found, { zone }) =>
      found.length === 0
        ? 'None are kept: run `clientele lookalikes keep SEGMENT`.'
        : renderTable(
            [
              { title: 'slug', cell: (one: (typeof found)[number]) => one.slug },
              { title: 'trait', cell: (one) => one.trait },
              { title: 'method', cell: (one) => one.method },
              { title: 'AUC', align: 'right', cell: (one) => (one.auc === null ? '' : one.auc.toFixed(3)) },
              { title: 'facts until', cell: (one) => localDay(one.as_of, zone) },
            ],
            found,
          ),
    ),
  );
  const forget = command.command('forget').argument('<slug>', 'as `lookalikes list` shows it').description('Keep them no longer: the trait goes.');
  common(forget, 'clientele lookalikes forget champions').action(async (slug: string, options: CommonOptions) =>
    answer(
      options,
      async (app) => {
        await forgetLookalikes(app, slug);
        return { removed: slug };
      },
      ({ removed }) => `The look-alikes of ${removed} are kept no longer.`,
    ),
  );
}

function renderLookalikes({ sentence, how, sizes, drivers, trait, left_out }: LookalikeAnswer): string {
  const table = renderTable(
    [
      { title: 'people', align: 'right', cell: (one: LookalikeAnswer['sizes'][number]) => wholeNumber(one.people) },
      { title: 'at least', align: 'right', cell: (one) => share(one.at_least) },
      { title: 'on average', align: 'right', cell: (one) => share(one.mean) },
      { title: 'lift', align: 'right', cell: (one) => (one.lift === null ? '' : one.lift.toFixed(1)) },
      { title: 'share of the members', align: 'right', cell: (one) => share(one.members_found) },
      { title: 'as a segment', cell: (one) => one.expression ?? '', max: 60 },
    ],
    sizes,
  );
  const told =
    drivers.length === 0
      ? ''
      : `Told by: ${drivers
          .slice(0, 6)
          .map(({ label }) => label)
          .join(', ')}.`;
  const left = left_out.length === 0 ? '' : `Left out, since the definition asks it or it nearly follows from that: ${left_out.join(', ')}.`;
  return withHow(sentence, [table, '', told, left, trait === null ? '' : `Kept as ${trait}.`].filter((line, at) => at === 1 || line !== '').join('\n'), how);
}
