import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { arch, cpus, totalmem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measurement, table } from './measurement.ts';
import { chooseParts, parts } from './parts.ts';
import { benchSettings } from './settings.ts';

/** Takes the measurements and prints them as JSON on standard output, as a table on standard error. Exit code 1 when a target is missed. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, folder: { type: 'string' }, help: { type: 'boolean', default: false } },
});
const chosen = chooseParts(positionals);
if (values.help || chosen === undefined) {
  const groups = Map.groupBy(parts, (part) => part.group);
  const list = [...groups].map(([group, each]) => `  ${group.padEnd(10)}${each.map((part) => part.name).join(', ')}`).join('\n');
  const wrong = values.help ? '' : `There is no part or group of that name: ${positionals.join(' ')}\n`;
  process.stderr.write(`${wrong}Usage: script/bench [PART|GROUP]… [--quick] [--folder FOLDER]\nGroups and their parts:\n${list}\n`);
  process.exit(values.help ? 0 : 2);
}

const project = join(import.meta.dirname, '../..');
if (chosen.some((part) => part.group === 'web')) {
  execFileSync('bash', ['-c', '. script/lib/web.sh && build_web'], { cwd: project, env: { ...process.env, project }, stdio: ['ignore', 2, 2] });
}
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'clientele-bench-'));
const taken: (Measurement & { readonly part: string })[] = [];
const seconds: Record<string, number> = {};
const failed: Record<string, string> = {};
for (const { name, measure } of chosen) {
  process.stderr.write(`${name} …`);
  const began = performance.now();
  try {
    const found = await measure(benchSettings(folder, values.quick));
    taken.push(...found.map((one) => ({ part: name, ...one })));
  } catch (error) {
    failed[name] = error instanceof Error ? error.message : String(error);
  }
  seconds[name] = Math.round((performance.now() - began) / 100) / 10;
  process.stderr.write(` ${seconds[name]} s${failed[name] === undefined ? '' : `, failed: ${failed[name]}`}\n`);
}
if (values.folder === undefined) rmSync(folder, { recursive: true });

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory_gigabytes: Math.round(totalmem() / 2 ** 30),
  architecture: arch(),
  node: process.version,
};
process.stdout.write(`${JSON.stringify({ machine, quick: values.quick, seconds, failed, measurements: taken }, null, 2)}\n`);
process.stderr.write(
  `${machine.cores} × ${machine.processor}, ${machine.memory_gigabytes} GB, Node ${machine.node}${values.quick ? ' (quick: small shops, figures prove nothing)' : ''}\n\n${table(taken)}\n`,
);
process.exitCode = Object.keys(failed).length > 0 || taken.some((one) => !one.met) ? 1 : 0;
