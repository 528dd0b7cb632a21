import { connect, type Socket } from 'node:net';

export type Asked = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: (number: number) => string };
export type Answered = { readonly took: readonly number[]; readonly wrong: number; readonly last: string };

const connections = 32;

/**
 * Requests at a steady pace whatever becomes of those before, as visitors come. Each one's time counts from the moment it was due, so that a server that stalls is not
 * let off those who wait behind (coordinated omission). Milliseconds, sorted. Plain sockets that are kept open, since the load takes its share of the same two cores.
 */
export async function atSteadyPace({ url, headers, body }: Asked, perSecond: number, seconds: number): Promise<Answered> {
  const { hostname, port, pathname } = new URL(url);
  const fields = Object.entries({ host: `${hostname}:${port}`, 'content-type': 'application/json', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const head = `POST ${pathname} HTTP/1.1\r\n${fields.join('')}`;
  const took: number[] = [];
  const state = { wrong: 0, last: '' };
  const waiting: { readonly text: string; readonly due: number; readonly done: () => void }[] = [];
  const idle: Line[] = [];
  const open = await Promise.all(Array.from({ length: connections }, () => openLine(hostname, Number(port))));
  const next = (line: Line): void => {
    const question = waiting.shift();
    if (question === undefined) return void idle.push(line);
    line.ask(question.text, (status, answer) => {
      took.push(performance.now() - question.due);
      if (status !== 200) state.wrong += 1;
      state.last = answer;
      question.done();
      next(line);
    });
  };
  open.forEach(next);
  const all: Promise<void>[] = [];
  const began = performance.now();
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const due = began + (number / perSecond) * 1000;
    const early = due - performance.now();
    if (early > 0.5) await new Promise((resolve) => setTimeout(resolve, early));
    const text = body(number);
    all.push(new Promise((done) => waiting.push({ text: `${head}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`, due, done })));
    const line = idle.pop();
    if (line !== undefined) next(line);
  }
  await Promise.all(all);
  for (const line of open) line.close();
  return { took: took.toSorted((a, b) => a - b), ...state };
}

type Line = { readonly ask: (text: string, answered: (status: number, body: string) => void) => void; readonly close: () => void };

/** One connection with one question at a time; answers tell their length, as those of a server with a whole body at hand do. */
async function openLine(host: string, port: number): Promise<Line> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const made = connect({ host, port, noDelay: true }, () => resolve(made));
    made.once('error', reject);
  });
  let parts = '';
  let answered: (status: number, body: string) => void = () => undefined;
  socket.setEncoding('latin1');
  socket.on('data', (part: string) => {
    parts += part;
    const end = parts.indexOf('\r\n\r\n');
    const length = Number(/\r\ncontent-length: (\d+)\r\n/i.exec(parts.slice(0, end + 2))?.[1] ?? Number.NaN);
    if (end < 0 || !(parts.length >= end + 4 + length)) return;
    const answer = parts.slice(end + 4);
    const status = Number(parts.slice(9, 12));
    parts = '';
    answered(status, answer);
  });
  // A connection that is cut in the middle is an answer, too: a wrong one.
  socket.on('close', () => answered(0, 'the connection was closed'));
  return {
    ask: (text, then) => {
      answered = then;
      socket.write(text);
    },
    close: () => {
      answered = () => undefined;
      socket.destroy();
    },
  };
}

export const quantileOf = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
