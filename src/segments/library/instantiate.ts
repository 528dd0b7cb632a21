import { type Instant, slugify } from '../../core/index.ts';
import { format, parse, type Vocabulary } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { folders } from './folders.ts';
import type { Survey } from './survey.ts';
import { takeSurvey } from './take-survey.ts';
import type { Folder, ReadySegment } from './template.ts';

const mostSegments = 60;

/** The library for this shop: every template that its data supports, at most 60 segments, with texts in canonical form. Reads only. */
export async function instantiateLibrary(warehouse: Warehouse, vocabulary: Vocabulary, moment: Instant): Promise<readonly ReadySegment[]> {
  return fromSurvey(await takeSurvey(warehouse, vocabulary, moment));
}

type Ranked = ReadySegment & { readonly rank: number };

/**
 * Segments for what a survey found. Where there are more than 60, each template keeps its first ones: the fifth city goes
 * before any template's only segment does.
 */
export function fromSurvey(survey: Survey): readonly ReadySegment[] {
  const all = distinctSlugs(
    folders.flatMap(({ folder, templates }) =>
      templates.flatMap((template) => template.make(survey).map((draft, rank) => ready(folder, draft, template.whole === true ? 0 : rank))),
    ),
  );
  const kept = new Set([...all].sort((a, b) => a.rank - b.rank).slice(0, mostSegments));
  return all.filter((segment) => kept.has(segment)).map(({ slug, name, folder, text, note }) => ({ slug, name, folder, text, note }));
}

function ready(folder: Folder, { name, text, note }: { readonly name: string; readonly text: string; readonly note: string }, rank: number): Ranked {
  const parsed = parse(text);
  return {
    slug: slugify(name),
    name: name.replaceAll(/\s+/g, ' ').trim().slice(0, 80),
    folder,
    text: parsed.ok ? format(parsed.value.tree) : text,
    note,
    rank,
  };
}

/** Two values can differ in signs alone (`R&B`, `R-B`): the later one gets a number. */
function distinctSlugs(segments: readonly Ranked[]): readonly Ranked[] {
  const seen = new Map<string, number>();
  return segments.map((segment) => {
    const times = (seen.get(segment.slug) ?? 0) + 1;
    seen.set(segment.slug, times);
    return times === 1 ? segment : { ...segment, slug: `${segment.slug}-${times}` };
  });
}
