import type { Control } from '../../control/index.ts';
import { formatPretty, parse } from '../../language/index.ts';
import { readAllLists } from './lists.ts';
import { listSegments } from './read.ts';
import type { ListEntry, DefinedSegment } from './defined-segment.ts';

const heading = '# Segments of a Clientele workspace. Change this file and run `clientele segments apply FILE --dry-run`.\n';

/** All segments as one YAML file: sorted by slug, definitions as blocks of lines, lists with one customer a line, so that git shows what changed. */
export async function exportSegments(control: Control): Promise<string> {
  const { stringify } = await import('yaml');
  const lists = await readAllLists(control);
  const segments = [...(await listSegments(control))].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const content = { version: 1, segments: segments.map((segment) => fileSegment(segment, lists.get(segment.slug) ?? [])) };
  return heading + stringify(content, { lineWidth: 0, blockQuote: 'literal' });
}

/** What is at its default is left out. */
function fileSegment({ slug, name, folder, note, origin, mode, text }: DefinedSegment, lists: readonly ListEntry[]): Readonly<Record<string, unknown>> {
  const listed = (wanted: ListEntry['mode']) => lists.filter((entry) => entry.mode === wanted).map(({ namespace, value }) => ({ [namespace]: value }));
  const [include, exclude] = [listed('include'), listed('exclude')];
  return {
    slug,
    name,
    ...(folder === '' ? {} : { folder }),
    ...(note === '' ? {} : { note }),
    ...(origin === 'user' ? {} : { origin }),
    ...(mode === 'live' ? {} : { mode }),
    definition: `${pretty(text)}\n`,
    ...(include.length === 0 ? {} : { include }),
    ...(exclude.length === 0 ? {} : { exclude }),
  };
}

function pretty(text: string): string {
  const parsed = parse(text);
  return parsed.ok ? formatPretty(parsed.value.tree) : text;
}
