import type { EditorGroup } from './node.ts';
import { allNodes } from './find.ts';

/** An "any of" that holds many more people than its largest condition alone. */
export type Widening = { readonly group: string; readonly largest: string; readonly members: number; readonly of: number; readonly times: number };

/** From here on it is said: half as many again as the largest branch. */
const notable = 1.5;

/** Every `any of` that multiplies its audience, by the counts that are known. */
export function wideningsOf(root: EditorGroup, members: ReadonlyMap<string, number>): readonly Widening[] {
  return allNodes(root).flatMap((node) => {
    if (node.kind !== 'group' || node.mode !== 'any' || node.of.length < 2) return [];
    const whole = members.get(node.id);
    const parts = node.of.flatMap(({ id }) => {
      const count = members.get(id);
      return count === undefined ? [] : [{ id, count }];
    });
    const largest = parts.reduce((most, part) => (part.count > most.count ? part : most), { id: '', count: 0 });
    // A denied group counts whoever is not in it.
    if (whole === undefined || node.negations % 2 === 1 || largest.count === 0 || whole / largest.count < notable) return [];
    return [{ group: node.id, largest: largest.id, members: whole, of: largest.count, times: whole / largest.count }];
  });
}
