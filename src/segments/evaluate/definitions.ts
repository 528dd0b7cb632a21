import { type Condition, type Definitions, type Vocabulary } from '../../language/index.ts';
import { readDefinition, type SegmentInput } from './definition.ts';

/**
 * Trees of all segments that a definition may refer to: those of this run, and else those of the vocabulary. Each is read when it is
 * first asked for, so that a broken one only breaks those that use it.
 */
export function definitionsOf(segments: readonly SegmentInput[], vocabulary: Vocabulary): Definitions {
  const given = new Map(segments.map((segment) => [segment.slug, segment]));
  const read = new Map<string, Condition>();
  const find = (slug: string): Condition | undefined => {
    const known = read.get(slug);
    if (known !== undefined) return known;
    const source = given.get(slug) ?? vocabulary.segments.get(slug);
    if (source === undefined) return undefined;
    const tree = readDefinition(source, vocabulary);
    read.set(slug, tree);
    return tree;
  };
  return { get: find };
}
