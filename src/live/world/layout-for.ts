import { type Leaf, marksOf, type Moment } from '../../language/index.ts';
import { conditionsOf } from '../../segments/index.ts';
import type { Definitions, LiveWorld } from './live-world.ts';
import { type Layout, readLayout } from './small-world.ts';
import { type Fragment, sql } from '../../sql/index.ts';

export async function layoutFor(world: LiveWorld, definitions: Definitions): Promise<Layout> {
  const { leaves, moment } = await conditionsOf(world.warehouse, definitions.asked, world.moment(world.effects.now(), definitions.vocabulary, 'features'));
  return readLayout(world.warehouse, wordsOf(leaves, moment));
}

/** Every word that the statements behind these conditions say, the names of the columns that they read among them. */
function wordsOf(leaves: readonly Leaf[], moment: Moment): ReadonlySet<string> {
  const words = new Set<string>();
  const read = (fragment: Fragment): void => {
    for (const part of fragment.parts) {
      if (part.kind === 'identifier') words.add(part.name);
      else if (part.kind === 'text') for (const [word] of part.text.matchAll(/\w+/g)) words.add(word);
    }
  };
  for (const leaf of leaves) {
    if (leaf.kind === 'profile') read(leaf.test);
    else if (leaf.kind === 'members') read(leaf.query(sql``));
    else for (const each of [leaf.aggregate.facts.where, leaf.aggregate.value, leaf.aggregate.operand ?? sql``]) read(each);
    for (const marks of marksOf(leaf.condition, moment)) read(marks.query(sql``));
  }
  return words;
}
