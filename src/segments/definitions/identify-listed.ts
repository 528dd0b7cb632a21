import type { Diagnostic } from '../../language/index.ts';
import type { ListedIdentifier } from './defined-segment.ts';
import type { FilePosition } from './file-error.ts';
import type { FileSegment } from './file-shape.ts';
import type { ReadFile } from './read-file.ts';

export type Identify = (listed: readonly ListedIdentifier[]) => Promise<readonly (ListedIdentifier & { readonly known: boolean })[]>;

/** Of a definition, or of an identifier on a list that is nobody's yet (`list.nobody`). */
export type ApplyWarning = Pick<Diagnostic, 'message' | 'hint' | 'severity'> & {
  readonly code: string;
  readonly segment: string;
  readonly position: FilePosition;
};

type Entry = { readonly index: number; readonly list: 'include' | 'exclude'; readonly nth: number; readonly namespace: string; readonly value: string };

/** A file whose lists say identifiers as they are kept, and a warning for each that is nobody's: the file may come before the customers. */
export async function identifyListed(
  read: ReadFile,
  identify: Identify | undefined,
): Promise<{ readonly read: ReadFile; readonly nobodys: readonly ApplyWarning[] }> {
  const entries = read.segments.flatMap((segment, index) => [...listed(segment, index, 'include'), ...listed(segment, index, 'exclude')]);
  if (identify === undefined || entries.length === 0) return { read, nobodys: [] };
  const found = await identify(entries.map(({ namespace, value }) => ({ namespace, value })));
  const lists = read.segments.map(() => ({ include: new Array<Readonly<Record<string, string>>>(), exclude: new Array<Readonly<Record<string, string>>>() }));
  const nobodys: ApplyWarning[] = [];
  for (const [at, { index, list, nth, namespace, value }] of entries.entries()) {
    const kept = found[at] ?? { namespace, value, known: true };
    lists[index]?.[list].push({ [kept.namespace]: kept.value });
    if (!kept.known)
      nobodys.push({
        segment: read.segments[index]?.slug ?? '',
        code: 'list.nobody',
        severity: 'warning',
        message: `No customer has the ${namespace} ${value} (under ${list}).`,
        hint: 'It takes effect as soon as a customer has it. Until then see that it is written as in your data.',
        position: read.place(index, list, nth),
      });
  }
  return { read: { ...read, segments: read.segments.map((segment, index) => ({ ...segment, ...lists[index] })) }, nobodys };
}

const listed = (segment: FileSegment, index: number, list: Entry['list']): readonly Entry[] =>
  segment[list].flatMap((entry, nth) => Object.entries(entry).map(([namespace, value]) => ({ index, list, nth, namespace, value })));
