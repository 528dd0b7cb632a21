import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageVersion } from './package-version.ts';

/**
 * The command line. `--version` answers before anything is loaded; each command loads what it needs when it runs, so that
 * start-up stays quick. What `script/setup` prepared is run where it is of these sources, else the sources themselves.
 */
const project = join(import.meta.dirname, '../..');
const version = packageVersion();
const [first] = process.argv.slice(2);

// Who reads (`| head`) may have seen enough: that is no fault, and nothing is left to be said.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

if (first === '--version' || first === '-V') process.stdout.write(`${version}\n`);
else {
  const { runProgram } = await loadProgram();
  process.exitCode = await runProgram(process.argv.slice(2), version);
}

type Program = { readonly runProgram: (args: readonly string[], version: string) => Promise<number> };

async function loadProgram(): Promise<Program> {
  const { preparedProgram } = await import('./prepared.ts');
  const prepared = preparedProgram(project);
  if (prepared === undefined) return import('./program.ts');
  // For whoever wants to see the trace of an error: it then names the sources. To read the maps takes longer than to load the program.
  if (process.argv.includes('--verbose')) process.setSourceMapsEnabled(true);
  return (await import(pathToFileURL(prepared).href)) as Program;
}
