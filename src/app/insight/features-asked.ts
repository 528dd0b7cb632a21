import { checkText, type Condition, type Vocabulary } from '../../language/index.ts';

/** Names of the computed features that some definitions speak of; undefined where that can not be told from the definitions alone. */
export function featuresAsked(texts: readonly string[], vocabulary: Vocabulary): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const text of texts) {
    const checked = checkText(text, vocabulary);
    if (!checked.ok || !collect(checked.value.tree, vocabulary, names)) return undefined;
  }
  return names;
}

function collect(condition: Condition, vocabulary: Vocabulary, names: Set<string>): boolean {
  const attribute = (name: string): true => {
    if (vocabulary.attributes.get(name)?.table === 'features') names.add(name);
    return true;
  };
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.every((part) => collect(part, vocabulary, names));
    case 'not':
      return collect(condition.of, vocabulary, names);
    case 'compare':
      return condition.left.kind !== 'attribute' || attribute(condition.left.name);
    case 'known':
    case 'unknown':
    case 'date':
      return attribute(condition.attribute);
    case 'in-segment':
      return false;
    case 'can-receive':
    case 'random':
    case 'within':
    case 'sequence':
      return true;
  }
}
