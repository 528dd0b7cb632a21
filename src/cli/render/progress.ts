import type { SingleBar } from 'cli-progress';
import type { Progress } from '../../core/index.ts';

/** A bar on standard error for anything that takes over a second, which loads it; nothing where standard error is no terminal. */
export function terminalProgress(): { readonly report: Progress; readonly stop: () => void } {
  if (!process.stderr.isTTY) return { report: () => undefined, stop: () => undefined };
  const started = performance.now();
  let bar: SingleBar | 'coming' | 'over' | undefined;
  let newest: Parameters<Progress>[0] | undefined;
  const begin = async (): Promise<void> => {
    bar = 'coming';
    const { Presets, SingleBar: Bar } = await import('cli-progress');
    // What it was to show came to an end meanwhile.
    if (bar !== 'coming' || newest === undefined) return;
    bar = new Bar({ format: '{bar} {percentage}% {label}', barsize, clearOnComplete: true, hideCursor: true, stream: process.stderr }, Presets.shades_classic);
    bar.start(newest.total ?? 1, newest.done, { label: fitting(newest.label) });
  };
  return {
    report: (now) => {
      newest = now;
      if (bar === undefined && performance.now() - started >= 1000) void begin().catch(() => undefined);
      if (typeof bar !== 'object') return;
      bar.setTotal(now.total ?? Math.max(1, now.done));
      bar.update(now.done, { label: fitting(now.label) });
    },
    stop: () => {
      if (typeof bar === 'object') bar.stop();
      bar = 'over';
    },
  };
}

const barsize = 40;

/** Cut to what the line has left beside the bar and its percentage, with a word for what is missing: a line that wraps is left behind by the next one. */
function fitting(label: string): string {
  const room = Math.max(8, (process.stderr.columns > 0 ? process.stderr.columns : 80) - barsize - ' 100% '.length - 1);
  if (label.length <= room) return label;
  const letters = Array.from(new Intl.Segmenter().segment(label), ({ segment }) => segment);
  return `${letters.slice(0, room - 1).join('')}…`;
}
