import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * Sends requests at a steady pace and says how long each answer took, in a process of its own that makes nothing anew per request: requests are laid out before, answers
 * are read into one buffer for each connection, times go into arrays of their size. So its collector has nothing to do while it measures. Each time counts from
 * when the request was due, so that a server that stalls is not let off those who wait behind (coordinated omission).
 *
 * Standard input: a `Load` as JSON. Standard output: a `Taken` as JSON.
 */
export type Load = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
};

export type Taken = {
  readonly requests: number;
  readonly wrong: number;
  readonly median: number;
  readonly p99: number;
  readonly p999: number;
  readonly most: number;
  /** How late requests left because of this process itself: they are counted into the times above all the same. */
  readonly late99: number;
};

const connections = 32;
const endOfHead = Buffer.from('\r\n\r\n');
const lengthNames = [Buffer.from('\r\ncontent-length: '), Buffer.from('\r\nContent-Length: ')];

/** A connection with one question at a time. */
type Line = { readonly socket: Socket; readonly buffer: Buffer; number: number; awaited: number; arrived: number };

async function measure({ url, headers, bodies, perSecond, seconds }: Load): Promise<Taken> {
  const { hostname, port, pathname } = new URL(url);
  const requests = bodies.map((body) => requestOf({ host: `${hostname}:${port}`, pathname, headers }, body));
  const count = perSecond * seconds;
  const took = new Float64Array(count);
  const late = new Float64Array(count);
  const idle: Line[] = [];
  let began = 0;
  let sent = 0;
  let answered = 0;
  let wrong = 0;
  const finished = Promise.withResolvers<void>();

  const dueOf = (number: number): number => began + (number * 1000) / perSecond;
  const send = (line: Line): void => {
    line.number = sent;
    line.arrived = 0;
    line.awaited = Number.POSITIVE_INFINITY;
    sent += 1;
    line.socket.write(requests[line.number % requests.length] ?? '');
  };
  const arrived = (line: Line, size: number): void => {
    if (line.arrived === 0) {
      line.awaited = wholeLength(line.buffer, size);
      if (line.buffer[9] !== 50 || line.buffer[10] !== 48 || line.buffer[11] !== 48) wrong += 1;
    }
    line.arrived += size;
    if (line.arrived < line.awaited) return;
    took[line.number] = performance.now() - dueOf(line.number);
    answered += 1;
    if (answered === count) finished.resolve();
    else if (sent < count && dueOf(sent) <= performance.now()) send(line);
    else idle.push(line);
  };
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(hostname, Number(port), arrived)));
  // A connection that is cut in the middle makes all of it worth nothing.
  for (const { socket } of lines) socket.once('close', () => finished.reject(new Error('the server closed a connection')));
  idle.push(...lines);
  began = performance.now() + 20;
  const tick = (): void => {
    const now = performance.now();
    for (;;) {
      if (sent === count || dueOf(sent) > now) break;
      // The one that has waited longest: a server closes what says nothing for seconds.
      const line = idle.shift();
      if (line === undefined) break;
      late[sent] = now - dueOf(sent);
      send(line);
    }
    if (sent < count) timer.refresh();
  };
  const timer = setTimeout(tick, 1);
  await finished.promise;
  for (const { socket } of lines) socket.destroy();
  took.sort();
  late.sort();
  const at = (sorted: Float64Array, share: number): number => sorted[Math.min(count - 1, Math.floor(count * share))] ?? Number.NaN;
  return { requests: count, wrong, median: at(took, 0.5), p99: at(took, 0.99), p999: at(took, 0.999), most: at(took, 1), late99: at(late, 0.99) };
}

type Target = { readonly host: string; readonly pathname: string; readonly headers: Load['headers'] };

function requestOf({ host, pathname, headers }: Target, body: string): Buffer {
  const fields = Object.entries({ host, 'content-type': 'application/json', ...headers, 'content-length': String(Buffer.byteLength(body)) });
  return Buffer.from(`POST ${pathname} HTTP/1.1\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`);
}

/** Bytes of head and body, by the length that the head tells. */
function wholeLength(buffer: Buffer, size: number): number {
  const end = buffer.indexOf(endOfHead);
  if (end < 0 || end > size) throw new Error('an answer whose head does not come in one piece');
  for (const name of lengthNames) {
    const at = buffer.indexOf(name);
    if (at < 0 || at > end) continue;
    let length = 0;
    for (let place = at + name.length; buffer[place] !== 13; place += 1) length = length * 10 + (buffer[place] ?? 48) - 48;
    return end + 4 + length;
  }
  throw new Error('an answer that does not tell its length');
}

/** Every piece of an answer is read to the start of the same buffer: of the first the head is looked at, the others are counted. */
function openLine(host: string, port: number, arrived: (line: Line, size: number) => void): Promise<Line> {
  const buffer = Buffer.alloc(256 * 1024);
  return new Promise((resolve, reject) => {
    let line: Line | undefined;
    const read = (size: number): boolean => {
      if (line !== undefined) arrived(line, size);
      return true;
    };
    const socket = connect({ host, port, noDelay: true, onread: { buffer, callback: read } });
    socket.once('error', reject);
    socket.once('connect', () => {
      line = { socket, buffer, number: 0, awaited: 0, arrived: 0 };
      resolve(line);
    });
  });
}

process.stdout.write(JSON.stringify(await measure(JSON.parse(await text(process.stdin)) as Load)));
