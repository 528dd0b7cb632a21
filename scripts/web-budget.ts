import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

// Prints what the first screens fetch as gzipped script, and fails above the budget. Run `npm run web` first.
const budget = 300_000;
const folder = join(import.meta.dirname, '../dist/web');

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly dynamicImports?: readonly string[] };
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>;

/** What everyone loads, and what each first screen adds: its page and its texts. */
const everyone = ['index.html'];
const screens: Readonly<Record<string, readonly string[]>> = {
  start: ['pages/start/start-page.tsx', 'texts/en/start.json'],
  home: ['pages/home/home-page.tsx', 'texts/en/home.json'],
  'sign in': ['pages/sign-in/sign-in-page.tsx', 'texts/en/sign-in.json'],
};

let over = false;
for (const [name, entries] of Object.entries(screens)) {
  const files = closure([...everyone, ...entries.filter((entry) => entry in manifest)]);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
  over ||= bytes > budget;
  process.stdout.write(`${name.padEnd(8)} ${(bytes / 1000).toFixed(1).padStart(6)} kB of ${budget / 1000} kB, ${files.size} files\n`);
}
if (over) process.exitCode = 1;

/** Script files of these entries and of everything they import at once. */
function closure(entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (entry: string): void => {
    const chunk = manifest[entry];
    if (chunk === undefined || seen.has(entry)) return;
    seen.add(entry);
    for (const each of chunk.imports ?? []) visit(each);
  };
  entries.forEach(visit);
  return new Set([...seen].map((entry) => manifest[entry]?.file ?? '').filter((file) => file.endsWith('.js')));
}
