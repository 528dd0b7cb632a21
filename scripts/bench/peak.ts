import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Watches the most memory that this process holds from now on; the answer is in megabytes. Linux forgets the peak of what was measured before when it is asked to (proc(5), `clear_refs`); elsewhere it is
 * that of the whole process.
 */
export function watchPeak(): () => number {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    return () => process.resourceUsage().maxRSS / 1024;
  }
  return () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN) / 1024;
}
