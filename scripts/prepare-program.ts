import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'rolldown';
import { preparedFolder, preparedFolders } from '../src/cli/prepared.ts';

/**
 * Prepares the command line to start quickly: joins the sources, and those packages of which every command needs a part, into a few files
 * under `.cache/program`. Does nothing where that was done for the sources as they are. `src/cli/prepared.ts` says when it is used.
 */
const project = join(import.meta.dirname, '..');
const joined = ['@duckdb/node-api', 'cli-progress', 'commander', 'kysely', 'temporal-polyfill', 'yaml'];
/** A process that started from an older one may still load parts of it. */
const keptFor = 7 * 24 * 60 * 60 * 1000;

const target = preparedFolder(project);
if (!existsSync(target)) {
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    await writeProgram(unfinished);
    // Sources that changed meanwhile: what was made is of neither state.
    if (preparedFolder(project) === target && !existsSync(target)) renameSync(unfinished, target);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message.slice(0, 1000) : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  removeOld();
}

async function writeProgram(folder: string): Promise<void> {
  const { rolldown } = await import('rolldown');
  const program = await rolldown({
    cwd: project,
    input: { program: join(project, 'src/cli/program.ts') },
    platform: 'node',
    external: (name) => /^[^./]/.test(name) && !joined.some((each) => name === each || name.startsWith(`${each}/`)),
    // Nothing in the sources acts by being imported, so a part of a room does not load the rest of it.
    treeshake: { moduleSideEffects: (name) => !name.startsWith(join(project, 'src')) },
    plugins: [ownPlace()],
  });
  await program.write({ dir: folder, format: 'esm', sourcemap: true, minify: true });
  await program.close();
}

/** A module that asks where it lies is told where its source lies. */
function ownPlace(): Plugin {
  return {
    name: 'own-place',
    transform(code, name) {
      if (!name.startsWith(join(project, 'src')) || !code.includes('import.meta.')) return null;
      const placed = code
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(name).href))
        .replaceAll('import.meta.filename', JSON.stringify(name))
        .replaceAll('import.meta.dirname', JSON.stringify(join(name, '..')));
      // Lines stay where they were.
      return { code: placed, map: null };
    },
  };
}

function removeOld(): void {
  for (const name of readdirSync(preparedFolders(project))) {
    const folder = join(preparedFolders(project), name);
    if (name !== basename(target) && Date.now() - statSync(folder).mtimeMs > keptFor) rmSync(folder, { recursive: true, force: true });
  }
}
