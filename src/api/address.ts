import { createServer } from 'node:net';
import { ClienteleError } from '../core/index.ts';

/** Whether a server could listen there: asked before anything is made for it. Throws `server.address`. */
export function claimAddress(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(addressTaken(host, port, error)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

export const addressTaken = (host: string, port: number, error: unknown): ClienteleError =>
  new ClienteleError('server.address', { address: `${host}:${port}`, detail: error instanceof Error ? error.message : String(error) }, {}, error);
