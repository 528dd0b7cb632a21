import { check, type Condition, type FactSource, nameKey, type Vocabulary } from '../../../language/index.ts';

/** What a definition speaks of and this workspace has nothing of: traits by their labels, and events by their names. */
export function missingFor(tree: Condition, vocabulary: Vocabulary): { readonly traits: readonly string[]; readonly events: readonly string[] } {
  const spoken = spokenOf(tree);
  const known = (name: string): boolean => check({ kind: 'known', attribute: name }, vocabulary).ok;
  const events = new Set(vocabulary.events.map(nameKey));
  return {
    traits: [...new Set(spoken.traits)].filter((name) => !known(name)).map((name) => vocabulary.standardWords?.get(name) ?? name.replaceAll(/[._]/g, ' ')),
    events: [...new Set(spoken.events)].filter((name) => !events.has(nameKey(name))),
  };
}

type Spoken = { readonly traits: readonly string[]; readonly events: readonly string[] };
const nothing: Spoken = { traits: [], events: [] };

function spokenOf(tree: Condition): Spoken {
  switch (tree.kind) {
    case 'all':
    case 'any':
    case 'none':
      return together(tree.of.map(spokenOf));
    case 'not':
      return spokenOf(tree.of);
    case 'known':
    case 'unknown':
    case 'date':
      return { traits: [tree.attribute], events: [] };
    case 'compare':
      return tree.left.kind === 'attribute' ? { traits: [tree.left.name], events: [] } : ofSource(tree.left.facts.of);
    case 'sequence':
      return together(tree.steps.map(({ facts }) => ofSource(facts.of)));
    case 'within':
      return { traits: ['latitude', 'longitude'], events: [] };
    case 'can-receive':
      return { traits: [`accepts_${tree.channel}`], events: [] };
    case 'in-segment':
    case 'random':
      return nothing;
  }
}

const ofSource = (source: FactSource): Spoken => (source.kind === 'event' ? { traits: [], events: [source.name] } : nothing);
const together = (parts: readonly Spoken[]): Spoken => ({ traits: parts.flatMap(({ traits }) => traits), events: parts.flatMap(({ events }) => events) });
