import type { SegmentKind } from '../../../contract/index.ts';
import { format, parse, type Vocabulary } from '../../../language/index.ts';
import { folders } from '../folders.ts';
import { fromSurvey } from '../instantiate.ts';
import type { Survey } from '../survey.ts';
import type { Folder } from '../template.ts';
import type { Idea } from './idea.ts';
import { ideasOfBuying } from './ideas-of-buying.ts';
import { ideasOfPeople } from './ideas-of-people.ts';
import { missingFor } from './needs.ts';

/** One entry of the gallery: a definition to start from, or what has to be imported first. */
export type GalleryEntry = Idea & {
  /** What is missing, as a sentence's end: "a column for birthday"; null where the definition can be used as it is. */
  readonly needs: string | null;
};

const kindOf: Readonly<Record<Folder, SegmentKind>> = {
  Value: 'value',
  RFM: 'rfm',
  Lifecycle: 'lifecycle',
  Behavioural: 'behavioural',
  Engagement: 'engagement',
  Journey: 'behavioural',
  'Needs and interests': 'needs',
  Geographic: 'geographic',
  Demographic: 'demographic',
  Language: 'geographic',
  Business: 'firmographic',
  Consent: 'consent',
};

/** The library made for this shop, what it could not make and why, and further ideas. Kinds are as `segmentKinds` has them. */
export function galleryFrom(survey: Survey, vocabulary: Vocabulary): readonly GalleryEntry[] {
  const made = fromSurvey(survey, vocabulary).map(({ slug, name, folder, text, note }) => ({
    id: `library-${slug}`,
    kind: kindOf[folder],
    name,
    text,
    note,
    needs: null,
  }));
  const lacking = folders.flatMap(({ folder, templates }) =>
    templates
      .filter((template) => template.make(survey).length === 0)
      .map(({ id, needs }) => ({ id: `needs-${id.replaceAll(' ', '-')}`, kind: kindOf[folder], name: capital(id), text: '', note: '', needs })),
  );
  // What the library has made already, with limits of this shop, need not stand here twice.
  const texts = new Set(made.map(({ text }) => text));
  const further = [...ideasOfBuying, ...ideasOfPeople].filter(({ text }) => !texts.has(canonical(text)));
  const ideas = further.map((idea) => ({ ...idea, needs: needsOf(idea.text, vocabulary) }));
  return [...made, ...ideas, ...lacking];
}

function needsOf(text: string, vocabulary: Vocabulary): string | null {
  const parsed = parse(text);
  if (!parsed.ok) return null;
  const { traits, events } = missingFor(parsed.value.tree, vocabulary);
  const parts = [...traits.map((label) => `a column for ${label}`), ...events.map((name) => `events called “${name}”`)];
  return parts.length === 0 ? null : parts.join(' and ');
}

function canonical(text: string): string {
  const parsed = parse(text);
  return parsed.ok ? format(parsed.value.tree) : text;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
