import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';

type Asked = {
  readonly keepAsking: true;
  readonly url: string;
  readonly cookie: string;
  readonly paths: readonly string[];
  readonly pauseMilliseconds: number;
};

/**
 * Asks one thing after another, each after a short breath, until told to stop; then how long each answer took, in milliseconds. On a
 * thread of its own, so that what the measuring process does meanwhile (reads a file, sends it) is not counted as the server's.
 */
export function keepAsking(asked: Omit<Asked, 'keepAsking'>): () => Promise<readonly number[]> {
  const worker = new Worker(import.meta.filename, { workerData: { keepAsking: true, ...asked } satisfies Asked });
  const waits = new Promise<readonly number[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // Whoever stops it hears of what went wrong.
  waits.catch(() => undefined);
  return () => {
    worker.postMessage('stop', []);
    return waits;
  };
}

async function ask({ url, cookie, paths, pauseMilliseconds }: Asked): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const waits: number[] = [];
  const told = new AbortController();
  parentPort?.once('message', () => told.abort());
  for (let turn = 0; !told.signal.aborted; turn += 1) {
    const began = performance.now();
    await answerOf(`${url}/api/v1${paths[turn % paths.length] ?? ''}`, agent, cookie);
    waits.push(performance.now() - began);
    await pause(pauseMilliseconds);
  }
  agent.destroy();
  parentPort?.postMessage(waits, []);
}

const answerOf = (url: string, agent: Agent, cookie: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.resume();
      response.once('end', resolve);
    });
    request.once('error', reject);
  });

const asked: unknown = workerData;
if (typeof asked === 'object' && asked !== null && 'keepAsking' in asked) await ask(asked as Asked);
