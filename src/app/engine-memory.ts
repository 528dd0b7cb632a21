import { totalmem } from 'node:os';

const megabyte = 2 ** 20;
const least = 512 * megabyte;

/**
 * What the engine may hold in memory while it serves, in its own words: half of what the machine or the container has, so that answers, live data and the rest of the
 * machine keep the other half. Beyond it the engine puts what it works on down in the workspace's folder for temporary files.
 */
export function engineMemory(machine = totalmem(), container = process.constrainedMemory()): string {
  const has = container > 0 ? Math.min(machine, container) : machine;
  return `${Math.round(Math.max(least, has / 2) / megabyte)}MiB`;
}
