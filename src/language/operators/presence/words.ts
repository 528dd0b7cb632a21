import type { WordsContext } from '../../describe/context.ts';
import type { Presence } from '../../tree.ts';

export function presenceWords({ kind, attribute }: Presence, denied: boolean, context: WordsContext): string {
  const label = context.attribute(attribute)?.label ?? attribute.replaceAll(/[._]/g, ' ');
  return `whose ${label} is ${(kind === 'known') === denied ? 'not known' : 'known'}`;
}
