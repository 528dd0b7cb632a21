import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../../core/index.ts';

/** A bar on standard error for anything that takes over a second; nothing where standard error is no terminal. */
export function terminalProgress(): { readonly report: Progress; readonly stop: () => void } {
  if (!process.stderr.isTTY) return { report: () => undefined, stop: () => undefined };
  const started = performance.now();
  let bar: SingleBar | undefined;
  return {
    report: ({ label, done, total }) => {
      if (performance.now() - started < 1000) return;
      if (bar === undefined) {
        const format = { format: '{bar} {percentage}% {label}', barsize, clearOnComplete: true, hideCursor: true, stream: process.stderr };
        bar = new SingleBar(format, Presets.shades_classic);
        bar.start(total ?? 1, done, { label: fitting(label) });
        return;
      }
      bar.setTotal(total ?? Math.max(1, done));
      bar.update(done, { label: fitting(label) });
    },
    stop: () => bar?.stop(),
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
