import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

// The walls of the house: who may import whom is the table in ARCHITECTURE.md, and this test holds it.
const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');
const rooms = readRooms();
const files = listFiles(source).filter((file) => !/\.test\.tsx?$/.test(file) && !file.includes('/fixtures/'));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

test('every folder of src is a room of the table, and every room is entered through its index', () => {
  expect(readdirSync(source).toSorted()).toEqual([...rooms.keys()].toSorted());
});

test('rooms import only what the table allows, and through index.ts', () => {
  const broken = [...imports].flatMap(([file, targets]) =>
    targets.flatMap((target) => {
      const from = roomOf(file);
      const to = roomOf(target);
      if (from === to) return [];
      const allowed = rooms.get(from)?.includes(to) ?? false;
      // The contract's schemas have a door of their own, so that commands do not load zod.
      const front = target.endsWith(`src/${to}/index.ts`) || target.endsWith('src/contract/schemas.ts');
      return allowed && front ? [] : [`${relative(root, file)} imports ${relative(root, target)}`];
    }),
  );
  expect(broken).toEqual([]);
});

test('what every command loads does not load zod: a command that needs a schema imports it when it does', () => {
  const value = /^(?:import|export) (?!type )(?:[\w*{},\s]+ from )?'(\.[^']+|zod)';/gm;
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const [, specifier = ''] of file === 'zod' ? [] : readFileSync(file, 'utf8').matchAll(value))
      load(specifier === 'zod' ? specifier : resolve(dirname(file), specifier));
  };
  load(join(source, 'cli/program.ts'));
  expect(loaded.size).toBeGreaterThan(100);
  expect([...loaded].filter((file) => file === 'zod' || file.endsWith('/contract/schemas.ts'))).toEqual([]);
});

test('no file imports itself through others', () => {
  expect(findCycle()).toEqual([]);
});

test('SQL is only ever made by the sql tag', () => {
  const statement = /(['"`])\s*(select\s.+\sfrom|insert into|delete from|update \w+ set|create (temp )?table|create or replace)\b/i;
  const allowed = /src\/(warehouse\/(migrations|engines)|control|live\/inbox)\//;
  const broken = files
    .filter((file) => !allowed.test(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => (statement.test(line) && !/sql`/.test(line) && !/^\s*(\*|\/\/)/.test(line) ? [`${relative(root, file)}:${index + 1}`] : [])),
    );
  expect(broken).toEqual([]);
});

/** By `npm run api`, from the OpenAPI document. */
const writtenByProgram = 'src/web/api/schema.ts';

test('files keep to the size budget of 400 lines', () => {
  const large = files
    .map((file) => ({ file: relative(root, file), lines: readFileSync(file, 'utf8').split('\n').length }))
    .filter(({ file, lines }) => lines > 400 && file !== writtenByProgram);
  expect(large).toEqual([]);
});

test('only the composition root reads the environment', () => {
  const readers = files.filter((file) => /process\.env/.test(readFileSync(file, 'utf8')) && !/src\/(app|cli)\//.test(file));
  expect(readers.map((file) => relative(root, file))).toEqual([]);
});

function readRooms(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const line of readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('\n')) {
    const [, room, allowed] = /^\| (\w+) \| ([\w, ]*) ?\|/.exec(line) ?? [];
    if (room === undefined || room === 'room' || room === 'arrow') continue;
    found.set(
      room,
      allowed?.startsWith('everything above')
        ? [...found.keys()]
        : (allowed ?? '')
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
    );
  }
  return found;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : /\.tsx?$/.test(path) ? [path] : [];
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) => resolve(dirname(file), specifier)).filter((target) => /\.tsx?$/.test(target));
}

function roomOf(file: string): string {
  return relative(source, file).split('/')[0] ?? '';
}

/** Depth-first search; returns the first circle found as relative paths. */
function findCycle(): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (state.get(file) === 'done') return [];
    if (state.get(file) === 'open') return [...path.slice(path.indexOf(file)), file].map((step) => relative(root, step));
    state.set(file, 'open');
    path.push(file);
    for (const target of imports.get(file) ?? []) {
      const found = visit(target);
      if (found.length > 0) return found;
    }
    path.pop();
    state.set(file, 'done');
    return [];
  };
  for (const file of files) {
    const found = visit(file);
    if (found.length > 0) return found;
  }
  return [];
}
