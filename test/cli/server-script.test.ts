import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('script/server says what it does before it sets anything up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-server-script-'));
  try {
    // The script alone: whatever it would set up or build is not there, so that it could only fail.
    cpSync(join(import.meta.dirname, '../../script/server'), join(folder, 'script/server'), { recursive: true });
    for (const asked of ['--help', '-h']) {
      const said = execFileSync(join(folder, 'script/server'), ['--port', '8080', asked], { encoding: 'utf8' });
      expect(said).toContain('serves it at http://localhost:4747');
      expect(said).toContain('docs/commands.md');
    }
    expect(readdirSync(folder)).toEqual(['script']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
