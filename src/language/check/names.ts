import { factKinds } from '../facts/source-text.ts';
import { nameKey } from '../name-key.ts';
import { isAboutVisit, visitWord, visitWords } from '../visit/words.ts';
import type { AttributeWord, VisitWord, Vocabulary } from '../vocabulary.ts';
import { type CheckContext, reportError } from './context.ts';
import { didYouMean, nearest } from '../../core/index.ts';

/** Finds words by name, label and alias; a name wins over another word's label or alias. */
export function attributeFinder(vocabulary: Vocabulary): (name: string) => AttributeWord | VisitWord | undefined {
  const byKey = new Map<string, AttributeWord>();
  const add = (name: string, word: AttributeWord): void => {
    const key = nameKey(name);
    if (!byKey.has(key)) byKey.set(key, word);
  };
  for (const [name, word] of vocabulary.attributes) add(name, word);
  for (const word of vocabulary.attributes.values()) for (const alias of word.aliases ?? []) add(alias, word);
  for (const word of vocabulary.attributes.values()) add(word.label, word);
  return (name) => (isAboutVisit(name) ? visitWord(name) : (vocabulary.attributes.get(name) ?? byKey.get(nameKey(name))));
}

/** Finds the slug of a segment by slug or name. */
export function segmentFinder(vocabulary: Vocabulary): (name: string) => string | undefined {
  const byName = new Map<string, string>();
  for (const [slug, { name }] of vocabulary.segments) byName.set(nameKey(name), slug);
  return (name) =>
    vocabulary.segments.has(name)
      ? name
      : (byName.get(nameKey(name)) ?? (vocabulary.segments.has(nameKey(name).replaceAll('_', '-')) ? nameKey(name).replaceAll('_', '-') : undefined));
}

/** The word behind a name; reports the nearest ones when there is none. */
export function findAttribute(context: CheckContext, name: string, node: object, part: string | undefined): AttributeWord | VisitWord | undefined {
  const word = context.attribute(name);
  const { vocabulary } = context;
  if (isAboutVisit(name) && vocabulary.atRequest !== true) {
    const message = `\`${shorten(name)}\` is only known while somebody is on the site.`;
    reportError(context, node, part, 'context.stored', message, 'Use it in the rules of a slot; a segment holds of a customer at any time.');
    return undefined;
  }
  if (word !== undefined) return word;
  if (isAboutVisit(name)) {
    const near = nearest(name, visitWords.keys());
    reportError(
      context,
      node,
      part,
      'name.unknown',
      `Nothing about a visit is called \`${shorten(name)}\`.`,
      didYouMean(near, `Known are ${[...visitWords.keys()].join(', ')}.`),
      near,
    );
    return undefined;
  }
  const event = vocabulary.events.find((known) => nameKey(known) === nameKey(name));
  const message = `No trait or feature is called \`${shorten(name)}\`.`;
  if (event !== undefined) {
    reportError(context, node, part, 'name.unknown', message, `It is an event: write count("${event}") >= 1.`);
  } else if (context.segment(name) !== undefined) {
    reportError(context, node, part, 'name.unknown', message, `It is a segment: write in segment "${shorten(name)}".`);
  } else if (standardLabel(vocabulary, name) !== undefined) {
    const label = standardLabel(vocabulary, name) ?? name;
    reportError(
      context,
      node,
      part,
      'name.unknown',
      `There is no data for ${label} yet.`,
      `It can be used once a file with a column for ${label} has been imported.`,
    );
  } else {
    const near = nearest(name, [...vocabulary.attributes.keys(), ...factKinds]);
    reportError(
      context,
      node,
      part,
      'name.unknown',
      message,
      didYouMean(
        near,
        name.startsWith('predicted.') || name.startsWith('cluster.')
          ? 'No model that acts says it. `clientele predict models` lists what was trained, `clientele predict approve MODEL` lets it act.'
          : 'No file that is in brings it, or none any more. Import the file with that column kept under this name, or ask for another field (`clientele quality` lists them).',
      ),
      near,
    );
  }
  return undefined;
}

/** Label of a trait that is understood once a source brings it. */
function standardLabel({ standardWords }: Vocabulary, name: string): string | undefined {
  if (standardWords === undefined) return undefined;
  const direct = standardWords.get(name);
  return direct ?? [...standardWords].find(([known, label]) => nameKey(known) === nameKey(name) || nameKey(label) === nameKey(name))?.[1];
}

export const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
