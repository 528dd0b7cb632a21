import { readFileSync } from 'node:fs';

/**
 * The command line. `--version` answers before anything is loaded; each command loads what it needs when it runs, so that
 * start-up stays quick.
 */
const version = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string }).version;
const [first] = process.argv.slice(2);

if (first === '--version' || first === '-V') process.stdout.write(`${version}\n`);
else {
  const { runProgram } = await import('./program.ts');
  process.exitCode = await runProgram(process.argv.slice(2), version);
}
