import type { Kind, Mapping, MappingOptions, Staged } from '../contract/index.ts';
import { ClienteleError } from '../core/index.ts';
import { stageSource, understand } from '../sources/index.ts';
import { checkColumnsSaid, columnsOf, withoutValues } from './columns-said.ts';
import type { NamedInput } from './inputs.ts';
import { type NamedMapping, sameColumns } from './fitting-mappings.ts';
import type { App } from './open.ts';
import { sayingWhatWasRead } from './read-otherwise.ts';
import type { ReadSaid, Understood } from './record-all.ts';

/** What a person said about one input; what is left out is found out by looking. */
export type Said = {
  readonly read: ReadSaid;
  readonly kind: Kind | undefined;
  readonly source: string | undefined;
  readonly preset: string | undefined;
  /** Column → field. */
  readonly map: Readonly<Record<string, string>>;
  readonly options: MappingOptions;
  readonly mapping: Mapping | undefined;
  /** Saved mappings, one of which is used where it was made for a file of just these columns and nothing else was said. */
  readonly saved?: readonly NamedMapping[];
};

export type UnderstoodInputs = {
  readonly understood: readonly Understood[];
  /** Singer and Airbyte states, in order. */
  readonly states: readonly unknown[];
  /** Files that merely lay in a folder and are nothing for us. */
  readonly leftAlone: readonly { readonly file: string; readonly why: string }[];
};

/** Products and customers come before the orders that speak of them, items after their orders. */
const kindOrder: readonly Kind[] = ['products', 'customers', 'orders', 'items', 'events', 'messages', 'feedback'];

export const inOrder = (understood: readonly Understood[]): readonly Understood[] =>
  understood.toSorted((a, b) => kindOrder.indexOf(a.mapping.kind) - kindOrder.indexOf(b.mapping.kind));

type SaidInput = { readonly input: NamedInput; readonly said: Said };

/**
 * Reads each input into temporary tables and tells what it means. What was said of the columns of several is taken by each that has them; with `someOf`, the
 * inputs are not all that it was said of, so that a column which none of them has may be another's.
 */
export async function understandInputs(app: App, inputs: readonly SaidInput[], { someOf = false } = {}): Promise<UnderstoodInputs> {
  const understood: Understood[] = [];
  const leftAlone: { readonly file: string; readonly why: string }[] = [];
  const unlessFound = async (input: NamedInput, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!input.found || !(error instanceof ClienteleError)) throw error;
      leftAlone.push({ file: input.name, why: error.message });
    }
  };

  const read: (SaidInput & { readonly staged: readonly Staged[] })[] = [];
  for (const [index, { input, said }] of inputs.entries())
    await unlessFound(input, async () => void read.push({ input, said, staged: await stageInput(app, input, said, `staged${index}`) }));
  const states = read.flatMap(({ staged }) => staged.flatMap((table) => table.states ?? []));
  // A stream may bring nothing but its state.
  const tables = read.flatMap(({ input, said, staged }) => staged.filter(({ headers }) => headers.length > 0).map((table) => ({ input, said, staged: table })));
  if (!someOf) {
    for (const map of new Set(tables.map(({ said }) => said.map)))
      checkColumnsSaid(
        map,
        tables.filter(({ said, staged }) => said.map === map && !standsInside(staged)).map(({ staged }) => staged),
      );
  }

  const refused: ClienteleError[] = [];
  for (const { input, said, staged } of tables)
    await unlessFound(input, async () => {
      const map = columnsOf(said.map, staged);
      const meaning = (chosen: Said['map']): Promise<Mapping> => understand(app.warehouse, staged, understandContext(app, staged, { ...said, map: chosen }));
      const mapping = await meaning(map).catch(async (error: unknown) => {
        const columns = withoutValues(map);
        const isKindMatter = error instanceof ClienteleError && (error.code === 'mapping.unknown' || error.code === 'mapping.invalid');
        if (!isKindMatter || tables.length === 1 || Object.keys(columns).length === Object.keys(map).length) throw error;
        const found = await meaning(columns);
        refused.push(error);
        return found;
      });
      understood.push({ input, staged, read: said.read, mapping: await sayingWhatWasRead(app, mapping) });
    });
  // A value that is for the records of no file is a mistake.
  const [first] = refused;
  if (first !== undefined && understood.every(({ mapping }) => mapping.options.constants === undefined)) throw first;
  return { understood, states, leftAlone };
}

export const stageInput = (app: App, input: NamedInput, said: Said, table: string): Promise<readonly Staged[]> =>
  stageSource(app.warehouse, input.source, { ...said.read, table, tempFolder: app.folder.temporary }, app.effects);

/** What a person said of a file is said of its records, not of the lines that stand inside them. */
export function understandContext(app: App, staged: Staged, said: Said): Parameters<typeof understand>[2] {
  const { kind, source, preset, map, options, mapping = mappingOfItself(staged, said)?.mapping } = standsInside(staged) ? ofInside(said) : said;
  return {
    fileName: staged.name,
    workspace: app.workspace,
    map,
    options,
    ...(kind === undefined ? {} : { kind }),
    ...(source === undefined ? {} : { source }),
    ...(preset === undefined ? {} : { preset }),
    ...(mapping === undefined ? {} : { mapping }),
  };
}

/** The saved mapping by which a table is read though nobody named it. */
export function mappingOfItself(staged: Staged, { kind, preset, mapping, saved = [] }: Said): NamedMapping | undefined {
  if (mapping !== undefined || preset !== undefined || standsInside(staged)) return undefined;
  return sameColumns(
    saved.filter((one) => kind === undefined || one.mapping.kind === kind),
    staged.headers,
  );
}

const standsInside = ({ stream, format }: Staged): boolean => stream !== undefined && (format.kind === 'json' || format.kind === 'jsonl');

const ofInside = ({ source, ...said }: Said): Said => ({ ...said, kind: undefined, preset: undefined, map: {}, options: {}, mapping: undefined, source });
