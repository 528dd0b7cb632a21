import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A disk of one's own whose power can be cut. */
export type Disk = {
  /** Where it is mounted. */
  readonly folder: string;
  /** From here on nothing more reaches the disk, and what no `fsync` had brought there is gone: files, names, the ends of files. */
  readonly cut: () => void;
  /** The power is back: the file system is mounted again, from what is on the disk. Whoever has a file open there must be gone. */
  readonly mountAgain: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** The file system's shutdown without flushing its journal (`EXT4_IOC_SHUTDOWN`, `XFS_IOC_GOINGDOWN`: one number), as file systems' own tests cut the power (xfstests). Node has no `ioctl`. */
const shutdowns: readonly (readonly [program: string, ...before: readonly string[]])[] = [
  ['perl', '-e', 'open(F, "<", $ARGV[0]) or die; $how = pack("L", 2); ioctl(F, 0x8004587d, $how) or die "$!\n"'],
  ['python3', '-c', 'import fcntl, os, struct, sys; fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack("I", 2))'],
  ['xfs_io', '-x', '-c', 'shutdown'],
];

/**
 * As little as may be is written that nobody asked for. On ext4 the journal not for five minutes (the system would take five seconds), and no file because it is given the
 * name of another. So what is missing is missing for certain, whenever the power goes.
 */
const fileSystems = {
  ext4: {
    make: ['mkfs.ext4', '-q', '-F', '-b', '4096', '-m', '0', '-E', 'lazy_itable_init=0,lazy_journal_init=0'],
    options: 'loop,commit=300,noauto_da_alloc',
    smallest: 16,
  },
  xfs: { make: ['mkfs.xfs', '-q', '-f'], options: 'loop', smallest: 300 },
} as const;
export type FileSystem = keyof typeof fileSystems;

/** A sparse file as a disk, mounted in a folder. Throws where the system does not let one. */
export function makeDisk(folder: string, megabytes: number, fileSystem: FileSystem = 'ext4'): Disk {
  const image = join(folder, 'disk.img');
  const mounted = join(folder, 'mounted');
  const { make, options } = fileSystems[fileSystem];
  const mount = (): void => run('mount', '-t', fileSystem, '-o', options, image, mounted);
  mkdirSync(mounted, { recursive: true });
  closeSync(openSync(image, 'w'));
  truncateSync(image, megabytes * 2 ** 20);
  const [program, ...given] = make;
  run(program, ...given, image);
  mount();
  const unmount = async (): Promise<void> => {
    for (let tries = 0; ; tries += 1) {
      try {
        return run('umount', mounted);
      } catch (error) {
        // A process that was ended a moment ago may still hold it.
        if (tries === 50) throw error;
        await pause(100);
      }
    }
  };
  return {
    folder: mounted,
    cut: () => cutPower(mounted),
    mountAgain: async () => {
      await unmount();
      mount();
    },
    remove: async () => {
      await unmount();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let program: (typeof shutdowns)[number] | undefined;

function cutPower(mounted: string): void {
  program ??= shutdowns.find(([name]) => spawnSync('which', [name], { stdio: 'ignore' }).status === 0);
  if (program === undefined) throw new Error(`none of ${shutdowns.map(([name]) => name).join(', ')} is here to call the file system's shutdown`);
  run(...program, mounted);
}

/** Why there can be no such disk here, in a line; undefined where one was made, its power cut, and exactly what had not been synced was gone. */
export async function whyNoDisk(fileSystem: FileSystem = 'ext4'): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'it needs Linux, where a file can be mounted as a disk';
  if (process.getuid?.() !== 0) return 'only root may mount a file as a disk';
  const folder = mkdtempSync(join(tmpdir(), 'clientele-power-probe-'));
  let disk: Disk | undefined;
  try {
    disk = makeDisk(folder, fileSystems[fileSystem].smallest, fileSystem);
    const file = (name: string): string => join(disk?.folder ?? '', name);
    const kept = openSync(file('synced'), 'w');
    writeFileSync(kept, 'kept');
    fsyncSync(kept);
    closeSync(kept);
    writeFileSync(file('unsynced'), 'lost');
    disk.cut();
    await disk.mountAgain();
    const isStrict = existsSync(file('synced')) && readFileSync(file('synced'), 'utf8') === 'kept' && !existsSync(file('unsynced'));
    return isStrict ? undefined : 'the shutdown of the file system did not lose what was not synced';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await disk?.remove().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(name: string, ...given: readonly string[]): void {
  try {
    execFileSync(name, given, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : '';
    throw new Error(`\`${name}\` could not: ${told === '' || told === undefined ? (error instanceof Error ? error.message : String(error)) : told}`, {
      cause: error,
    });
  }
}
