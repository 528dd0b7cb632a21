import { type Condition, parse, type Vocabulary } from '../language/index.ts';

/** True when a condition, or a segment it refers to at any depth, speaks of a computed feature. */
export const usesFeatures = (condition: Condition, vocabulary: Vocabulary): boolean =>
  speaksOf(condition, vocabulary, (name) => vocabulary.attributes.get(name)?.table !== 'attributes');

/** True when a condition, or a segment it refers to at any depth, speaks of an attribute that is looked for. */
export function speaksOf(condition: Condition, vocabulary: Vocabulary, wanted: (attribute: string) => boolean, seen: ReadonlySet<string> = new Set()): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.some((part) => speaksOf(part, vocabulary, wanted, seen));
    case 'not':
      return speaksOf(condition.of, vocabulary, wanted, seen);
    case 'compare':
      return condition.left.kind === 'attribute' && wanted(condition.left.name);
    case 'known':
    case 'unknown':
    case 'date':
      return wanted(condition.attribute);
    case 'in-segment': {
      const text = vocabulary.segments.get(condition.segment)?.text;
      if (text === undefined || seen.has(condition.segment)) return false;
      const parsed = parse(text);
      return parsed.ok && speaksOf(parsed.value.tree, vocabulary, wanted, new Set([...seen, condition.segment]));
    }
    case 'can-receive':
    case 'random':
    case 'within':
    case 'sequence':
      return false;
  }
}
