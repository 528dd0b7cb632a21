import type { App } from '../../app/index.ts';
import { plural, wholeNumber } from './numbers.ts';

/** What became of a log that was found damaged when the workspace was opened, or of a whole warehouse; undefined where nothing was. */
export function renderMended({
  mended,
  setAside,
}: {
  readonly mended?: App['mended'] | undefined;
  readonly setAside?: App['setAside'] | undefined;
}): string | undefined {
  if (setAside !== undefined)
    return `The warehouse could not be opened and is made anew from kept inputs and what live sources sent; who entered and left segments before now is not known to it. What it was is kept as ${setAside}.`;
  if (mended === undefined) return undefined;
  const { file, bytes, kept, recorded, takenBack, lost } = mended;
  return [
    `The log of the facts was damaged, as a power cut may leave it; ${wholeNumber(kept)} of its ${plural(bytes, 'byte')} were whole and are in.`,
    recorded.length === 0 ? '' : `Recorded again from kept inputs: ${numbered(recorded)}.`,
    takenBack.length === 0 ? '' : `Taken back again: ${numbered(takenBack)}.`,
    lost.length === 0 ? '' : `Not to be read again, import the files anew: ${numbered(lost)} (see \`clientele imports\`).`,
    `What the log was is kept as ${file}; remove it once all is as you know it.`,
  ]
    .filter((line) => line !== '')
    .join(' ');
}

const numbered = (ids: readonly string[]): string => `import${ids.length === 1 ? '' : 's'} ${ids.join(', ')}`;
