import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// Without it two or three in most runs (Node 24.21): of four million answers of which none is kept, some die where only a large collection finds them.
test('answers that nobody keeps die young, however many waited at the start', () => {
  const script = join(import.meta.dirname, 'fixtures/many-answers.ts');
  expect(execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, 'young'], { encoding: 'utf8' })).toBe('0\n');
});
