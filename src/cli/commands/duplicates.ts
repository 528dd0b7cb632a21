import type { Command } from 'commander';
import { decideAlike, decideDuplicates, probableDuplicates, undoDecision } from '../../app/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';
import { plural } from '../render/numbers.ts';
import { renderTable } from '../render/table.ts';

type DuplicatesOptions = CommonOptions & {
  readonly limit: string;
  readonly apart?: readonly string[];
  readonly same?: readonly string[];
  readonly different?: readonly string[];
  readonly allSame?: string;
  readonly allDifferent?: string;
  readonly sure?: string;
  readonly yes?: boolean;
  readonly undo?: string;
  readonly author?: string;
};
type Pairs = Awaited<ReturnType<typeof probableDuplicates>>;

export function addDuplicates(program: Command): void {
  const command = program
    .command('duplicates')
    .description('Customers who are probably one person but share no identifier, for you to decide. Nothing is merged by itself.')
    .option('--limit <number>', 'how many pairs', '50')
    .option('--apart <customers...>', 'say that these two are different people, so that they are not listed again')
    .option('--same <pairs...>', 'say that these pairs are one customer each: numbers as listed, 17+42 18+43')
    .option('--different <pairs...>', 'say that these pairs are different people: 17+42 18+43')
    .option('--all-same <reason>', 'the same of all pairs of one reason, with --sure; shows them, and decides with --yes')
    .option('--all-different <reason>', 'say of all pairs of one reason that they are different people; shows them, and decides with --yes')
    .option('--sure <percent>', 'how sure the pairs of that reason are, as listed')
    .option('--yes', 'decide what --all-same or --all-different has shown')
    .option('--undo <decision>', 'take back as one what was decided of several pairs')
    .option('--author <name>', 'who decides');
  common(
    command,
    'clientele duplicates\n  clientele duplicates --same 17+42 18+43\n  clientele duplicates --all-same "same name and postcode" --sure 90',
  ).action(async (options: DuplicatesOptions) => {
    const done = await withApp(options, async (app) => {
      if (options.undo !== undefined) return { told: await undoDecision(app, options.undo, options.asOf) };
      const because = options.allSame ?? options.allDifferent;
      if (because !== undefined) {
        const { yes = false, author } = options;
        const found = await decideAlike(app, { because, sure: percentOf(options.sure), same: options.allSame !== undefined, yes, author }, options.asOf);
        return found.decided === null ? { rehearsed: found.pairs } : { told: found.decided };
      }
      const pairs = options.same ?? options.different;
      if (pairs !== undefined)
        return {
          told: await decideDuplicates(app, { pairs: pairs.map(pairOf), same: options.same !== undefined, author: options.author }, options.asOf),
        };
      return { pairs: await probableDuplicates(app, Number(options.limit), options.apart) };
    });
    if (options.json === true) printJson(done.told ?? done.rehearsed ?? done.pairs);
    else if (done.told !== undefined) print(done.told.message);
    else if (done.rehearsed !== undefined)
      print(`${render(done.rehearsed)}\n\n${plural(done.rehearsed.length, 'pair')}. Nothing was decided: add --yes to decide all of them at once.`);
    else
      print(
        done.pairs.length === 0
          ? 'No probable duplicates.'
          : `${render(done.pairs)}\n\nMerge two with \`clientele merge A B\`; keep them apart with \`clientele duplicates --apart A B\`. Several at once: \`--same A+B C+D\`, \`--different A+B C+D\`.`,
      );
  });
}

const render = (pairs: Pairs): string =>
  renderTable(
    [
      { title: 'customer', align: 'right', cell: (pair: Pairs[number]) => String(pair.a.profile) },
      { title: '', cell: (pair) => pair.a.label },
      { title: 'and', align: 'right', cell: (pair) => String(pair.b.profile) },
      { title: '', cell: (pair) => pair.b.label },
      { title: 'because', cell: (pair) => pair.reason, max: 70 },
      { title: 'sure', align: 'right', cell: (pair) => `${Math.round(pair.score * 100)}%` },
    ],
    pairs,
  );

function percentOf(text: string | undefined): number {
  const sure = Number(text?.replace(/%$/, ''));
  if (text === undefined || !Number.isInteger(sure))
    throw new ClienteleError('usage', { detail: '--all-same and --all-different take --sure, as listed: --sure 90.' });
  return sure;
}

/** `17+42`: numbers of two customers, as the list has them. */
function pairOf(text: string): { readonly one: number; readonly other: number } {
  const [, one, other] = /^(\d+)\+(\d+)$/.exec(text.trim()) ?? [];
  if (one === undefined || other === undefined) throw new ClienteleError('usage', { detail: `"${text}" is not two numbers of customers, such as 17+42.` });
  return { one: Number(one), other: Number(other) };
}
