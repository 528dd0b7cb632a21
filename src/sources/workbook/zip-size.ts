import { open } from 'node:fs/promises';

/** What a zip file says it holds, from its directory at the end. Undefined when there is none: then it is no zip file. */
export async function zipSize(path: string): Promise<{ readonly packed: number; readonly unpacked: number; readonly names: readonly string[] } | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const tailSize = Math.min(size, 65_557);
    const tail = Buffer.alloc(tailSize);
    await file.read(tail, 0, tailSize, size - tailSize);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end === -1 || end + 22 > tail.length) return undefined;
    const directorySize = tail.readUInt32LE(end + 12);
    const directoryAt = tail.readUInt32LE(end + 16);
    if (directoryAt + directorySize > size || directorySize > 16 << 20) return undefined;
    const directory = Buffer.alloc(directorySize);
    await file.read(directory, 0, directorySize, directoryAt);
    return { packed: size, ...entries(directory) };
  } finally {
    await file.close();
  }
}

function entries(directory: Buffer): { readonly unpacked: number; readonly names: readonly string[] } {
  const names: string[] = [];
  let unpacked = 0;
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50) {
    unpacked += directory.readUInt32LE(at + 24);
    const nameLength = directory.readUInt16LE(at + 28);
    names.push(directory.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return { unpacked, names };
}
