import { mkdtempSync, rmSync } from 'node:fs';
import { arch, cpus, totalmem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureFirstLoad } from './first-load.ts';
import { measureApi, measureLivePreview } from './api.ts';
import { measureImportThroughPage } from './import-through-page.ts';
import { measureEvents, measureOnlineRetail, measureOrders } from './imports.ts';
import { type Measurement, table } from './measurement.ts';
import { measureForesight } from './foresight.ts';
import { measureSegments } from './segments.ts';
import { type BenchSettings, benchSettings } from './settings.ts';
import { measureStart } from './start.ts';
import { measureValue } from './value.ts';

/** Takes the measurements and prints them as JSON on standard output, as a table on standard error. Exit code 1 when a target is missed. */
const measured: Readonly<Record<string, (settings: BenchSettings) => Promise<readonly Measurement[]>>> = {
  start: measureStart,
  'online-retail': measureOnlineRetail,
  'orders-1m': measureOrders,
  'events-10m': measureEvents,
  segments: measureSegments,
  foresight: measureForesight,
  value: measureValue,
  'first-load': measureFirstLoad,
  api: measureApi,
  'live-preview': measureLivePreview,
  'import-through-page': measureImportThroughPage,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    folder: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const names = values.only ?? Object.keys(measured);
const unknown = names.find((name) => !Object.hasOwn(measured, name));
if (values.help || unknown !== undefined) {
  process.stderr.write(
    `${unknown === undefined ? '' : `There is no measurement ${unknown}. `}Usage: script/bench [--only NAME]… [--quick] [--folder FOLDER]\nNames: ${Object.keys(measured).join(', ')}\n`,
  );
  process.exit(values.help ? 0 : 2);
}

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'clientele-bench-'));
const taken: Measurement[] = [];
let broken = false;
for (const name of names) {
  process.stderr.write(`${name} …\n`);
  try {
    taken.push(...((await measured[name]?.(benchSettings(folder, values.quick))) ?? []));
  } catch (error) {
    broken = true;
    process.stderr.write(`${name} failed: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
if (values.folder === undefined) rmSync(folder, { recursive: true });

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory_gigabytes: Math.round(totalmem() / 2 ** 30),
  architecture: arch(),
  node: process.version,
};
process.stdout.write(`${JSON.stringify({ machine, quick: values.quick, measurements: taken }, null, 2)}\n`);
process.stderr.write(
  `${machine.cores} × ${machine.processor}, ${machine.memory_gigabytes} GB, Node ${machine.node}${values.quick ? ' (quick: small shops, figures prove nothing)' : ''}\n\n${table(taken)}\n`,
);
process.exitCode = broken || taken.some((one) => !one.met) ? 1 : 0;
