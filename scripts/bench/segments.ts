import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Measurement, measurement } from './measurement.ts';
import { type ProcessRun, runClientele, runScript, succeed } from './run-process.ts';
import type { LivePreviewAnswer } from './live-preview.ts';
import type { SegmentsAnswer } from './segments-run.ts';
import type { BenchSettings } from './settings.ts';

const asOf = ['--as-of', '2026-07-01'] as const;
const expression = 'count("Product Viewed" where category = "Espresso" in last 90 days) >= 3 and country = "GB" and count("Email Opened" in last 30 days) = 0';

/** 20 M events in six names, 200 k customers: 200 segments together and one by one, single ones beside SQL by hand, then preview and explain from the command line, and edits in a running process. */
export async function measureSegments(settings: BenchSettings): Promise<readonly Measurement[]> {
  const events = 20_000_000 / settings.shrink;
  const data = join(settings.folder, 'segments-data');
  rmSync(data, { recursive: true, force: true });
  await succeed(runClientele('init', '--data', data));
  await runScript('segments-load.ts', join(data, 'warehouse.duckdb'), String(200_000 / settings.shrink), String(events), String(settings.seed));
  const run = await runScript('segments-run.ts', join(data, 'warehouse.duckdb'), '200', String(settings.seed));
  const shop = `${events.toLocaleString('en-GB')} events`;
  const answer = run.answer as SegmentsAnswer;
  const found = [together(run, answer, shop), ...answer.singles.map((single) => oneBesideHand(single, shop))];
  const refresh = await succeed(runClientele('refresh', '--data', data, ...asOf));
  found.push(await fromCommandLine('preview', [expression, '--json', '--data', data, ...asOf], 1.5, shop, refresh));
  found.push(await fromCommandLine('explain', [expression, 'C0000042', '--json', '--data', data, ...asOf], 0.5, shop, refresh));
  found.push(live((await runScript('live-preview.ts', data)).answer as LivePreviewAnswer, shop));
  rmSync(data, { recursive: true });
  return found;
}

/** What 19 of 20 edits stay under; the first one, which finds nothing kept, is among them. */
function live({ milliseconds }: LivePreviewAnswer, shop: string): Measurement {
  const inOrder = milliseconds.toSorted((a, b) => a - b);
  return measurement({
    name: 'live preview',
    what: `counts of ${milliseconds.length} edits of a segment over ${shop} by a process that is already running, 95th percentile`,
    value: inOrder[Math.ceil(inOrder.length * 0.95) - 1] ?? 0,
    unit: 'ms',
    limits: { atMost: 1000 },
    details: { median: inOrder[Math.floor(inOrder.length / 2)], first: milliseconds[0], slowest: inOrder.at(-1), milliseconds },
  });
}

function together({ peakMegabytes }: ProcessRun, answer: SegmentsAnswer, shop: string): Measurement {
  return measurement({
    name: 'segments-together',
    what: `${answer.segments} segments with ${answer.aggregates} distinct aggregates over ${shop}, evaluated together`,
    value: answer.together.seconds,
    unit: 's',
    baseline: { what: 'the same segments one by one, all of them run', value: answer.oneByOne.seconds },
    peakMegabytes,
    cpuSeconds: answer.together.cpuSeconds,
    limits: { atMost: 10, ratioAtMost: 1 / 8 },
    details: {
      second_run_seconds: answer.again.seconds,
      one_by_one_cpu_seconds: answer.oneByOne.cpuSeconds,
      median_alone: answer.median,
      slowest_alone: answer.slowest,
    },
  });
}

function oneBesideHand({ name, ours, byHand, ratio, members }: SegmentsAnswer['singles'][number], shop: string): Measurement {
  return measurement({
    name: `single: ${name}`,
    what: `one segment over ${shop}, middle of fifteen runs and of their ratios to the same by hand in turn`,
    value: ours * 1000,
    unit: 'ms',
    baseline: { what: 'the best DuckDB SQL by hand', value: byHand * 1000, ratio },
    limits: { ratioAtMost: 1.3 },
    details: { members },
  });
}

/** The whole process; the second of two runs, as for someone who is at work with the shop. */
async function fromCommandLine(
  command: 'preview' | 'explain',
  args: readonly string[],
  atMost: number,
  shop: string,
  refresh: ProcessRun,
): Promise<Measurement> {
  const first = await succeed(runClientele(command, ...args));
  const second = await succeed(runClientele(command, ...args));
  return measurement({
    name: command,
    what: `clientele ${command} over ${shop}, whole process`,
    value: second.seconds,
    unit: 's',
    baseline: { what: 'clientele refresh of the same shop', value: refresh.seconds },
    peakMegabytes: second.peakMegabytes,
    cpuSeconds: second.cpuSeconds,
    limits: { atMost },
    details: { first_run_seconds: first.seconds },
  });
}
