let waiting = 0;

/**
 * Work for which threads of the engine wait for this one. The process can not end by `process.exit` or an error that nobody caught before they do, and they would wait for ever, so then it is ended as the system
 * ends it: that is safe at any moment.
 */
export async function untilTheyGoOn<T>(work: Promise<T>): Promise<T> {
  waiting += 1;
  if (waiting === 1) process.on('uncaughtExceptionMonitor', tell).on('exit', end);
  try {
    return await work;
  } finally {
    waiting -= 1;
    if (waiting === 0) process.off('uncaughtExceptionMonitor', tell).off('exit', end);
  }
}

/** Otherwise the process would be gone before it is told. */
const tell = (error: Error): void => void process.stderr.write(`${error.stack ?? String(error)}\n`);
const end = (): void => void process.kill(process.pid, 'SIGKILL');
