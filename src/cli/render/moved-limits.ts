import type { MovedLimit } from '../../app/index.ts';
import { plural } from './numbers.ts';

/** Ready segments that ask for something else than before, as the data has changed; nothing where there are none. `options` are what a further command needs to find the workspace. */
export function renderMovedLimits(moved: readonly MovedLimit[], options: string): string {
  if (moved.length === 0) return '';
  return [
    `${plural(moved.length, 'ready segment asks', 'ready segments ask')} for something else now, as limits follow your data:`,
    ...moved.map(({ name, before, after }) => `  ${name}: ${before}  →  ${after}`),
    `Change one (\`clientele segments edit${options}\`) and it stays as you leave it.`,
  ].join('\n');
}
