import { ClienteleError } from '../../core/index.ts';

/** How much may be on its way to the disk at once. */
const mostRequests = 2000;
const mostBytes = 64 * 1024 * 1024;

/** Keeps a flood from filling the memory: beyond its bounds whoever sends is asked to come back. The session API has its own workers' room. */
export function inFlight(): <T>(bytes: number, work: () => Promise<T>) => Promise<T> {
  let requests = 0;
  let waiting = 0;
  return async (bytes, work) => {
    if (requests >= mostRequests || waiting + bytes > mostBytes) throw new ClienteleError('live.overloaded', { retry_after: 1 }, { retry_after: 1 });
    requests += 1;
    waiting += bytes;
    try {
      return await work();
    } finally {
      requests -= 1;
      waiting -= bytes;
    }
  };
}
