import { parentPort, workerData } from 'node:worker_threads';
import { computations, type Computations } from './compute.ts';

/** The program of a thread that does one sum of `computations` and says how far it is. Started by `compute-in-worker.ts`. */
export type WorkerAnswer = { readonly kind: 'progress'; readonly share: number } | { readonly kind: 'done'; readonly result: unknown };

const { name, input } = workerData as { readonly name: keyof Computations; readonly input: never };
const pauseMilliseconds = 100;
let said = 0;
const progress = (share: number): void => {
  const now = performance.now();
  if (now - said < pauseMilliseconds) return;
  said = now;
  parentPort?.postMessage({ kind: 'progress', share } satisfies WorkerAnswer, []);
};
const result: unknown = computations[name](input, progress);
parentPort?.postMessage({ kind: 'done', result } satisfies WorkerAnswer, []);
