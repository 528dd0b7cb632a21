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
        bar = new SingleBar({ format: '{bar} {percentage}% {label}', clearOnComplete: true, hideCursor: true, stream: process.stderr }, Presets.shades_classic);
        bar.start(total ?? 1, done, { label });
        return;
      }
      bar.setTotal(total ?? Math.max(1, done));
      bar.update(done, { label });
    },
    stop: () => bar?.stop(),
  };
}
