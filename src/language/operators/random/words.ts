import { quote } from '../../describe/values.ts';
import type { Sample } from '../../tree.ts';

export const randomWords = ({ percent, seed }: Sample, denied: boolean): string =>
  `who ${denied ? 'do not fall' : 'fall'} into a fixed random ${percent}%${seed === undefined ? '' : ` called ${quote(seed)}`}`;
