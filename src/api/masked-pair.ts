import type { z } from 'zod';
import { maskName, maskText } from '../access/index.ts';
import type { duplicateSchema } from '../contract/schemas.ts';

type ProbableDuplicate = z.infer<typeof duplicateSchema>;

/** The reason names what is alike, which may be an e-mail. */
export function shownPair(pair: ProbableDuplicate, personalData: boolean): ProbableDuplicate {
  if (personalData) return pair;
  const hidden = (one: ProbableDuplicate['a']) => ({ ...one, label: maskName(one.label) });
  return { ...pair, a: hidden(pair.a), b: hidden(pair.b), reason: maskText(pair.reason) };
}
