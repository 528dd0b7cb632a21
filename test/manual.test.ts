import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { buildProgram } from '../src/cli/index.ts';
import { manualPages } from '../scripts/manual/pages.ts';

const root = resolve(import.meta.dirname, '..');

test('the pages made from the code are up to date (npm run manual)', () => {
  for (const [file, text] of Object.entries(manualPages())) expect(readFileSync(resolve(root, file), 'utf8'), file).toBe(text);
});

test('every command says what it does, explains every option and shows an example', () => {
  const missing: string[] = [];
  const visit = (command: ReturnType<typeof buildProgram>, path: string): void => {
    for (const child of command.commands) {
      const name = `${path} ${child.name()}`;
      if (child.description() === '') missing.push(`${name}: description`);
      for (const option of child.options) if (option.description === '') missing.push(`${name}: ${option.flags}`);
      let help = '';
      child.configureOutput({ writeOut: (text) => void (help += text) });
      child.outputHelp();
      if (!help.includes('\nExample:\n')) missing.push(`${name}: example`);
      visit(child, name);
    }
  };
  visit(buildProgram(''), 'clientele');
  expect(missing).toEqual([]);
});
