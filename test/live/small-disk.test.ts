import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** A small file system of one's own, without being anybody special, where the system lets one have it. */
const mount = (folder: string): readonly string[] => ['-Urm', 'sh', '-c', 'mount -t tmpfs -o size=48m tmpfs "$0" && exec "$@"', folder];
const probe = mkdtempSync(join(tmpdir(), 'clientele-small-'));
const canMount = process.platform === 'linux' && spawnSync('unshare', [...mount(probe), 'true']).status === 0;

test.skipIf(!canMount)(
  'on a disk that is really full messages are refused with 503, nothing acknowledged is lost or doubled, and with room again it goes on',
  { timeout: 120_000 },
  async () => {
    const { stdout } = await promisify(execFile)('unshare', [...mount(probe), process.execPath, join(import.meta.dirname, 'small-disk.ts'), probe]);
    rmSync(probe, { recursive: true, force: true });
    const seen = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
    expect(seen['refused']).toEqual(Array.from({ length: 5 }, () => ['live.store-unavailable', 503]));
    expect(seen).toMatchObject({ afterwards: 20, lost: [], twice: 0, strangers: [], integrity: [{ integrity_check: 'ok' }] });
  },
);
