import { slugify } from '../../core/index.ts';
import { checkText, nameKey, type Vocabulary } from '../../language/index.ts';
import type { DefinedSegment } from './defined-segment.ts';
import type { FileTrouble } from './file-error.ts';
import type { ReadFile } from './read-file.ts';

/** Slugs must be slugs; slugs and names must be told apart, in the file and from the segments that stay beside it. */
export function* takenNames(read: ReadFile, remaining: readonly DefinedSegment[]): Generator<FileTrouble> {
  const owners = new Map<string, string>();
  const inFile = new Set(read.segments.map(({ slug }) => slug));
  for (const { slug, name } of remaining) if (!inFile.has(slug)) owners.set(nameKey(name), slug).set(nameKey(slug), slug);
  const seen = new Set<string>();
  for (const [index, { slug, name }] of read.segments.entries()) {
    const wrong = (key: string, message: string, hint: string): FileTrouble => ({
      ...read.place(index, key),
      segment: slug,
      code: 'segment.file',
      message,
      hint,
    });
    if (slugify(slug) !== slug) yield wrong('slug', `"${slug}" is no slug.`, `Write ${slugify(slug)}.`);
    else if (seen.has(slug)) yield wrong('slug', `There are two segments ${slug}.`, 'Give each its own slug.');
    const owner = owners.get(nameKey(name)) ?? owners.get(nameKey(slug));
    if (!seen.has(slug) && owner !== undefined && owner !== slug) yield wrong('name', `"${name}" is also segment ${owner}.`, 'Give each segment its own name.');
    seen.add(slug);
    owners.set(nameKey(name), slug).set(nameKey(slug), slug);
  }
}

/** Segments outside the file that would refer to one that is deleted. */
export function brokenUsers(
  others: readonly DefinedSegment[],
  removed: readonly DefinedSegment[],
  vocabulary: Vocabulary,
  read: ReadFile,
): readonly FileTrouble[] {
  if (removed.length === 0) return [];
  return others.flatMap((other) => {
    const checked = checkText(other.text, vocabulary, { self: other.slug });
    const lost = checked.ok ? undefined : checked.error.find(({ code }) => code === 'segment.unknown');
    return lost === undefined
      ? []
      : [
          {
            ...read.place(0),
            segment: other.slug,
            code: lost.code,
            message: `It is not in the file and would be left without a segment it uses: ${lost.message}`,
            hint: lost.hint,
          },
        ];
  });
}
