import { format } from '../../src/language/index.ts';
import type { Condition } from '../../src/language/tree.ts';
import type { Moment, World } from '../naive/world.ts';
import { seeded } from './random.ts';
import { randomTree } from './random-tree.ts';
import { moments } from './random-words.ts';
import { randomWorld } from './random-world.ts';

export type Setting = { readonly world: World; readonly trees: readonly Condition[]; readonly moment: Moment };

/** A world with three segments of its own, and trees over it; the same for the same seed. */
export function randomSetting(seed: number, customers: number, trees: number): Setting {
  const random = seeded(seed);
  const moment = moments[seed % moments.length] ?? moments[0];
  if (moment === undefined) throw new Error('there are no moments');
  const segments: Record<string, World['segments'][string]> = {};
  for (const slug of ['alpha', 'beta', 'gamma']) {
    const tree = randomTree(random, moment, Object.keys(segments));
    segments[slug] = { name: slug, tree, text: format(tree) };
  }
  const world = { ...randomWorld(random, moment, customers), segments };
  return { world, moment, trees: Array.from({ length: trees }, () => randomTree(random, moment, Object.keys(segments))) };
}
