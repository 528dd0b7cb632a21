import { type Measurement, measurement } from './measurement.ts';
import { runClientele, runProcess, succeed } from './run-process.ts';

/** How long `clientele --version` takes to come up, beside a Node that does nothing. Median of nine, taken in turns, without the probe. */
export async function measureStart(): Promise<readonly Measurement[]> {
  const ours: number[] = [];
  const node: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    ours.push((await succeed(runProcess('bin/clientele', ['--version'], false))).seconds * 1000);
    node.push((await succeed(runProcess(process.execPath, ['-e', '0'], false))).seconds * 1000);
  }
  const { peakMegabytes, cpuSeconds } = await runClientele('--version');
  return [
    measurement({
      name: 'start',
      what: 'clientele --version, whole process, median of 9',
      value: median(ours),
      unit: 'ms',
      baseline: { what: 'node -e 0', value: median(node) },
      peakMegabytes,
      cpuSeconds,
      limits: { atMost: 150 },
    }),
  ];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
