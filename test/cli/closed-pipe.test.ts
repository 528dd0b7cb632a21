import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('whoever has read enough closes the pipe, and nothing is complained of', async () => {
  const program = join(import.meta.dirname, '../../src/cli/main.ts');
  // `true` reads nothing at all and ends at once.
  const { stderr } = await promisify(execFile)('bash', [
    '-c',
    `"$1" --disable-warning=ExperimentalWarning "$2" import --help | true; echo "\${PIPESTATUS[0]}" >&2`,
    'bash',
    process.execPath,
    program,
  ]);
  expect(stderr).toBe('0\n');
});
