import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A whole process as its user feels it: from start to exit. Peak memory is the kernel's high-water mark of the resident set. */
export type ProcessRun = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
};

const project = join(import.meta.dirname, '../..');
const probe = pathToFileURL(join(import.meta.dirname, 'usage-probe.mjs')).href;

/** Runs `bin/clientele` with these arguments. */
export const runClientele = (...args: readonly string[]): Promise<ProcessRun> => runProcess(join(project, 'bin/clientele'), args);

/** Runs one of this folder's scripts under the same Node; what it prints as JSON is its answer. */
export async function runScript(script: string, ...args: readonly string[]): Promise<ProcessRun & { readonly answer: unknown }> {
  const run = await runProcess(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, script), ...args]);
  if (run.exitCode !== 0) throw new Error(`${script} failed: ${run.errors.slice(-2000)}`);
  return { ...run, answer: JSON.parse(run.output) as unknown };
}

/** Fails loudly: a benchmark of something that did not work is worth nothing. */
export async function succeed(run: Promise<ProcessRun>): Promise<ProcessRun> {
  const done = await run;
  if (done.exitCode !== 0) throw new Error(`exit code ${done.exitCode}: ${(done.errors + done.output).slice(-2000)}`);
  return done;
}

export function runProcess(command: string, args: readonly string[], probed = true): Promise<ProcessRun> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-usage-'));
  const usageFile = join(folder, 'usage.json');
  const environment = probed ? { ...process.env, NODE_OPTIONS: `--import=${probe}`, BENCH_USAGE_FILE: usageFile } : process.env;
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(command, args, { cwd: project, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const usage = probed ? readUsage(usageFile) : { peakMegabytes: 0, cpuSeconds: 0 };
      rmSync(folder, { recursive: true });
      resolve({ seconds, ...usage, exitCode: code ?? -1, output, errors });
    });
  });
}

function readUsage(file: string): { readonly peakMegabytes: number; readonly cpuSeconds: number } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { readonly peakMegabytes: number; readonly cpuSeconds: number };
  } catch {
    // Killed before it could say so.
    return { peakMegabytes: Number.NaN, cpuSeconds: Number.NaN };
  }
}
