import { type Condition, parse, type Vocabulary } from '../language/index.ts';

/** True when a condition, or a segment it refers to at any depth, speaks of a computed feature. */
export function usesFeatures(condition: Condition, vocabulary: Vocabulary, seen: ReadonlySet<string> = new Set()): boolean {
  const feature = (name: string): boolean => vocabulary.attributes.get(name)?.table !== 'attributes';
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.some((part) => usesFeatures(part, vocabulary, seen));
    case 'not':
      return usesFeatures(condition.of, vocabulary, seen);
    case 'compare':
      return condition.left.kind === 'attribute' && feature(condition.left.name);
    case 'known':
    case 'unknown':
    case 'date':
      return feature(condition.attribute);
    case 'in-segment': {
      const text = vocabulary.segments.get(condition.segment)?.text;
      if (text === undefined || seen.has(condition.segment)) return false;
      const parsed = parse(text);
      return parsed.ok && usesFeatures(parsed.value.tree, vocabulary, new Set([...seen, condition.segment]));
    }
    case 'can-receive':
    case 'random':
    case 'within':
    case 'sequence':
      return false;
  }
}
