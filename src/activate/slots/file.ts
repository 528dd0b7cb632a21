import type { SlotDefinition } from '../../contract/index.ts';
import type { Control } from '../../control/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { checkSlot } from './check.ts';
import { createSlot, deleteSlot, editSlot, putInForce } from './change.ts';
import { inTransaction, type SlotContext } from './context.ts';
import { listSlots, readSlot } from './read.ts';

const heading = '# Slots of a Clientele workspace. Change this file and run `clientele slots apply FILE --dry-run`.\n';

/** All slots as one YAML file, sorted by slug: what is in force, or the draft of one that never was. */
export async function exportSlots(control: Control): Promise<string> {
  const { stringify } = await import('yaml');
  const slots = (await listSlots(control)).map(({ slug, name, published, draft }) => ({
    slug,
    name,
    ...(published === null ? { published: false } : {}),
    ...(published?.definition ?? draft?.definition),
  }));
  return heading + stringify({ version: 1, slots }, { lineWidth: 0, blockQuote: 'literal' });
}

export type SlotFileReport = Readonly<Record<'created' | 'changed' | 'unchanged' | 'deleted', readonly string[]>>;
export type SlotFileOptions = { readonly file: string; readonly dryRun: boolean; readonly prune: boolean };

class Rollback extends Error {}

/** Makes the slots what a file says and publishes them, all or, where anything is wrong, nothing. @throws slot.file */
export async function applySlots(context: SlotContext, text: string, options: SlotFileOptions): Promise<SlotFileReport> {
  const wanted = await readFile(text, options.file);
  let report: SlotFileReport | undefined;
  try {
    return await inTransaction(context, async (inside) => {
      report = await applyAll(inside, wanted, options);
      if (options.dryRun) throw new Rollback();
      return report;
    });
  } catch (error) {
    if (error instanceof Rollback && report !== undefined) return report;
    throw error;
  }
}

type FileSlot = { readonly slug: string; readonly name: string; readonly published: boolean; readonly definition: SlotDefinition };

async function applyAll(context: SlotContext, wanted: readonly FileSlot[], { file, prune }: SlotFileOptions): Promise<SlotFileReport> {
  const before = new Map((await listSlots(context.control)).map((slot) => [slot.slug, slot]));
  const report = { created: new Array<string>(), changed: new Array<string>(), unchanged: new Array<string>(), deleted: new Array<string>() };
  for (const { slug, name, published, definition: written } of wanted) {
    const checked = checkSlot(written, context.vocabulary);
    if (!checked.ok) {
      const [first] = checked.troubles;
      throw new ClienteleError(
        'slot.file',
        { file, detail: `slot "${slug}", rule ${first?.rule}: ${first?.message} Nothing was applied.` },
        { diagnostics: checked.troubles },
      );
    }
    const { definition } = checked.value;
    const had = before.get(slug);
    const inForce = published ? had?.published?.definition : had?.published === null ? had.draft?.definition : undefined;
    if (had?.name === name && same(inForce, definition)) {
      report.unchanged.push(slug);
      continue;
    }
    if (had === undefined) await createSlot(context, { name, slug, definition });
    else await editSlot(context, slug, { name, definition });
    if (published) await putInForce(context, await readSlot(context.control, slug), definition, `From ${file}`);
    report[had === undefined ? 'created' : 'changed'].push(slug);
  }
  const kept = new Set(wanted.map(({ slug }) => slug));
  for (const slug of prune ? [...before.keys()].filter((each) => !kept.has(each)) : []) {
    await deleteSlot(context, slug);
    report.deleted.push(slug);
  }
  return report;
}

/** The same JSON, whatever the order of its keys. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

/** YAML → slots. YAML and the schema are only loaded where a file is read. */
async function readFile(text: string, file: string): Promise<readonly FileSlot[]> {
  const { parseDocument } = await import('yaml');
  const { slotFileSchema } = await import('./file-shape.ts');
  const document = parseDocument(text, { prettyErrors: true });
  const [broken] = document.errors;
  if (broken !== undefined) throw new ClienteleError('slot.file', { file, detail: `${broken.message.split('\n')[0] ?? 'not YAML'} Nothing was applied.` });
  const read = slotFileSchema.safeParse(document.toJS());
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new ClienteleError('slot.file', {
      file,
      detail: `${issue?.path.map(String).join('.') || 'the file'}: ${issue?.message ?? 'not valid'}. Nothing was applied.`,
    });
  }
  return read.data.slots.map(({ slug, name, published, ...definition }) => ({ slug, name, published, definition }));
}
