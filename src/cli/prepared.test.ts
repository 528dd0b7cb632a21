import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { preparedFolder, preparedProgram } from './prepared.ts';

function project(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-prepared-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'src/room'), { recursive: true });
  writeFileSync(join(folder, 'src/room/index.ts'), 'export const a = 1;\n');
  return folder;
}

function prepare(folder: string): void {
  mkdirSync(preparedFolder(folder), { recursive: true });
  writeFileSync(join(preparedFolder(folder), 'program.js'), '');
}

test('what was prepared serves until a source is changed, added or removed', () => {
  const folder = project();
  expect(preparedProgram(folder)).toBeUndefined();
  prepare(folder);
  expect(preparedProgram(folder)).toBe(join(preparedFolder(folder), 'program.js'));

  writeFileSync(join(folder, 'src/room/index.ts'), 'export const a = 12;\n');
  expect(preparedProgram(folder)).toBeUndefined();
  prepare(folder);
  writeFileSync(join(folder, 'src/other.ts'), '');
  expect(preparedProgram(folder)).toBeUndefined();
  rmSync(join(folder, 'src/other.ts'));
  expect(preparedProgram(folder)).toBeDefined();
});

test('tests and the browser part are not part of the program', () => {
  const folder = project();
  prepare(folder);
  mkdirSync(join(folder, 'src/web'));
  writeFileSync(join(folder, 'src/web/main.ts'), '');
  writeFileSync(join(folder, 'src/room/index.test.ts'), '');
  expect(preparedProgram(folder)).toBeDefined();
});
