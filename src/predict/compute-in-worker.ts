import { Worker } from 'node:worker_threads';
import type { Compute } from './compute.ts';
import type { WorkerAnswer } from './compute-worker.ts';

/**
 * Does a sum in a thread of its own, so that whoever serves goes on serving. Aborting ends the thread at once and rejects with the signal's reason; so does a
 * `progress` that throws.
 */
export function computeInWorker(signal: AbortSignal | undefined): Compute {
  return (name, input, progress) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const worker = new Worker(new URL('./compute-worker.ts', import.meta.url), {
        workerData: { name, input },
        // Tables of a million customers, beside what the main thread holds.
        resourceLimits: { maxOldGenerationSizeMb: 3072 },
      });
      const end = (settle: () => void): void => {
        signal?.removeEventListener('abort', cancel);
        void worker.terminate();
        settle();
      };
      const cancel = (): void => end(() => reject(asError(signal?.reason)));
      signal?.addEventListener('abort', cancel, { once: true });
      worker.on('message', (answer: WorkerAnswer) => {
        if (answer.kind === 'done') {
          // What comes out of `computations[name]` is what the type of `Compute` says; the channel between threads has no types.
          end(() => resolve(answer.result as never));
          return;
        }
        try {
          progress(answer.share);
        } catch (error) {
          end(() => reject(asError(error)));
        }
      });
      worker.on('error', (error) => end(() => reject(asError(error))));
    });
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
