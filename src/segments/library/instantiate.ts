import { type Instant, slugify } from '../../core/index.ts';
import { checkText, type Vocabulary } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { folders } from './folders.ts';
import type { Survey } from './survey.ts';
import { takeSurvey } from './take-survey.ts';
import type { Draft, Folder, ReadySegment } from './template.ts';

const mostSegments = 60;

/** The library for this shop: every template that its data supports, at most 60 segments, with texts in canonical form. Reads only. */
export async function instantiateLibrary(warehouse: Warehouse, vocabulary: Vocabulary, moment: Instant): Promise<readonly ReadySegment[]> {
  return fromSurvey(await takeSurvey(warehouse, vocabulary, moment), vocabulary);
}

type Ranked = ReadySegment & { readonly rank: number };

/**
 * Segments for what a survey found. Where there are more than 60, each template keeps its first ones: the fifth city goes
 * before any template's only segment does.
 */
export function fromSurvey(survey: Survey, vocabulary: Vocabulary): readonly ReadySegment[] {
  const drafted = folders.flatMap(({ folder, templates }) =>
    templates.flatMap((template) => template.make(survey).flatMap((draft, rank) => ready(folder, draft, template.whole === true ? 0 : rank, vocabulary))),
  );
  const all = distinctSlugs(drafted);
  const kept = new Set([...all].sort((a, b) => a.rank - b.rank).slice(0, mostSegments));
  return all.filter((segment) => kept.has(segment)).map(({ slug, name, folder, text, note }) => ({ slug, name, folder, text, note }));
}

/** A draft that this workspace's words don't carry (a trait of another type than templates expect) is no segment here. */
function ready(folder: Folder, draft: Draft, rank: number, vocabulary: Vocabulary): readonly Ranked[] {
  const checked = checkText(draft.text, vocabulary);
  if (!checked.ok) return [];
  const name = draft.name.replaceAll(/\s+/g, ' ').trim().slice(0, 80).toWellFormed();
  return [{ slug: slugify(draft.slug ?? name), name, folder, text: checked.value.text, note: draft.note, rank }];
}

/** Two values can differ in signs alone (`<=50K`, `>50K`): the later one has its signs spelt out, or gets a number. */
function distinctSlugs(segments: readonly Ranked[]): readonly Ranked[] {
  const seen = new Map<string, number>();
  return segments.map((each) => {
    const name = spelledOut(each.name);
    const segment = seen.has(each.slug) && name !== each.name ? { ...each, name, slug: slugify(name) } : each;
    const times = (seen.get(segment.slug) ?? 0) + 1;
    seen.set(segment.slug, times);
    return times === 1 ? segment : { ...segment, slug: `${segment.slug}-${times}`, name: `${segment.name} (${times})` };
  });
}

const signs: readonly (readonly [RegExp, string])[] = [
  [/<=|≤/g, ' at most '],
  [/>=|≥/g, ' at least '],
  [/</g, ' under '],
  [/>/g, ' over '],
  [/&/g, ' and '],
  [/\+/g, ' plus '],
  [/%/g, ' per cent '],
  [/(?<![\p{L}\p{N}])-(?=\d)/gu, ' minus '],
];

const spelledOut = (name: string): string =>
  signs
    .reduce((text, [sign, words]) => text.replaceAll(sign, words), name)
    .replaceAll(/\s+/g, ' ')
    .trim();
