import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a bad day does to a request: let through, answered late, refused for now, cut before or after the server has seen it. */
export type Fault = 'ok' | 'slow' | '429' | '503' | 'reset' | 'reset-after';

export type FaultyServer = { readonly url: string; readonly faults: Fault[]; readonly seen: () => number; readonly close: () => Promise<void> };

/** A way to `target` on which each request meets the next of `faults`, and none once they are used up. Loopback, any free port. */
export async function faultyServer(target: string, faults: Fault[]): Promise<FaultyServer> {
  let seen = 0;
  const server: Server = createServer((incoming, answer) => {
    // Only what brings events meets faults: a page also asks for settings and permissions.
    const fault = incoming.method === 'POST' ? (faults.shift() ?? 'ok') : 'ok';
    if (incoming.method === 'POST') seen += 1;
    meet(fault, target, incoming, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    seen: () => seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function meet(fault: Fault, target: string, incoming: IncomingMessage, answer: ServerResponse): void {
  switch (fault) {
    case 'ok':
      return pass(target, incoming, answer);
    case 'slow':
      setTimeout(() => pass(target, incoming, answer), 700);
      return;
    case '429':
    case '503':
      incoming.resume().on('end', () => {
        answer.writeHead(Number(fault), { 'retry-after': '1', 'access-control-allow-origin': '*', 'content-type': 'application/json' }).end('{}');
      });
      return;
    case 'reset':
      incoming.socket.destroy();
      return;
    case 'reset-after':
      // The server has it; whoever sent it never learns so.
      pass(target, incoming, undefined, () => incoming.socket.destroy());
  }
}

function pass(target: string, incoming: IncomingMessage, answer: ServerResponse | undefined, done?: () => void): void {
  const { host: _host, connection: _connection, ...headers } = incoming.headers;
  const onward = request(new URL(incoming.url ?? '/', target), { method: incoming.method ?? 'GET', headers }, (reply) => {
    if (answer === undefined) {
      reply.resume().on('end', () => done?.());
      return;
    }
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
  });
  onward.on('error', () => (answer === undefined ? done?.() : answer.socket?.destroy()));
  incoming.pipe(onward);
}
