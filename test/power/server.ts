import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** A server as anybody starts it, in a process of its own. */
export type Server = {
  readonly url: string;
  /** What it has told of that went wrong: its log of errors and everything on standard error. */
  readonly troubles: () => readonly string[];
  /** Asks it to stop, as a system does that shuts down. */
  readonly stop: () => void;
  /** Resolves when it is gone by itself: after `stop`, or because it could not go on. */
  readonly gone: Promise<number | null>;
  /** Ends it at once. */
  readonly kill: () => Promise<void>;
};

const program = resolve(import.meta.dirname, '../../src/cli/main.ts');
const longestStart = 60_000;

/** Begins to start a server; whoever wants it to be ended while it starts has `kill` at once. */
export function startServer(data: string, port: number): Pick<Server, 'kill' | 'gone' | 'troubles'> & { readonly ready: Promise<Server> } {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'serve', '--data', data, '--port', String(port), '--log', 'error'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const troubles: string[] = [];
  const gone = new Promise<number | null>((found) => child.once('close', found));
  const address = Promise.withResolvers<string>();
  eachLine(child.stderr, (line) => troubles.push(line));
  eachLine(child.stdout, (line) => {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (line.startsWith('{')) troubles.push(line);
    else if (url !== undefined) address.resolve(url);
  });
  const timer = setTimeout(() => address.reject(new Error('the server did not start in a minute')), longestStart);
  void gone.then(() => address.reject(new Error(`the server did not start: ${troubles.join('\n')}`)));
  // Who does not wait for it does not want to hear of it.
  address.promise.catch(() => undefined);
  const server = { gone, troubles: () => troubles, kill: async () => void (child.kill('SIGKILL'), await gone) };
  const ready = (async (): Promise<Server> => {
    try {
      return { ...server, url: await address.promise, stop: () => void child.kill('SIGTERM') };
    } finally {
      clearTimeout(timer);
    }
  })();
  ready.catch(() => undefined);
  return { ...server, ready };
}

function eachLine(stream: NonNullable<ChildProcess['stdout']>, told: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') told(line);
  });
}
