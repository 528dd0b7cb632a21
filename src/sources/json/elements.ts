import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { ClienteleError } from '../../core/index.ts';
import { jumpKeeper, type LineJumps } from '../delimited/survey.ts';

/**
 * Writes the objects of a JSON document one a line: those of the array that it is, or of the one array of objects that it holds, or the
 * document itself when it holds none. Streams, so a document may be larger than memory. Returns where each began.
 */
export async function writeElements(
  bytes: AsyncIterable<Buffer>,
  path: string,
  name: string,
): Promise<{ readonly records: number; readonly jumps: LineJumps }> {
  const output = createWriteStream(path);
  const failure = once(output, 'error').then(([error]) => Promise.reject(error as Error));
  failure.catch(() => undefined);
  const keeper = jumpKeeper();
  const state = newState();
  let records = 0;
  let open: Buffer[] = [];
  for await (const part of bytes) {
    const pieces: Buffer[] = [];
    let from = state.inside ? 0 : -1;
    for (let at = 0; at < part.length; at += 1) {
      const byte = part[at] ?? 0;
      switch (step(state, byte)) {
        case 'begins':
          from = at;
          keeper.see(records, state.line);
          break;
        case 'ends':
          pieces.push(...open, part.subarray(from, at + 1), newline);
          open = [];
          from = -1;
          records += 1;
          break;
        case 'another-list':
          throw new ClienteleError('file.unreadable', { file: name, detail: 'it holds more than one list of records.', hint: 'Keep one list in the file.' });
        case 'goes-on':
          break;
      }
    }
    if (from >= 0) open.push(part.subarray(from));
    const text = Buffer.concat(pieces.map(onOneLine));
    if (text.length > 0 && !output.write(text)) await Promise.race([once(output, 'drain'), failure]);
  }
  output.end();
  await Promise.race([once(output, 'close'), failure]);
  if (state.depth !== 0 || state.inString) {
    throw new ClienteleError('file.unreadable', { file: name, detail: 'the JSON ends before it is complete.', hint: 'Export it again; the file was cut off.' });
  }
  return { records, jumps: keeper.jumps };
}

const newline = Buffer.from('\n');

type State = {
  depth: number;
  inString: boolean;
  escaped: boolean;
  inside: boolean;
  line: number;
  /** Depth inside the array whose objects are the records. */
  listDepth: number;
  lists: number;
  top: 'array' | 'object' | undefined;
  arrayAt: boolean[];
};

const newState = (): State => ({ depth: 0, inString: false, escaped: false, inside: false, line: 1, listDepth: -1, lists: 0, top: undefined, arrayAt: [] });

function step(state: State, byte: number): 'goes-on' | 'begins' | 'ends' | 'another-list' {
  if (byte === 10) state.line += 1;
  if (state.inString) {
    if (state.escaped) state.escaped = false;
    else if (byte === 92) state.escaped = true;
    else if (byte === 34) state.inString = false;
    return 'goes-on';
  }
  if (byte === 34) state.inString = true;
  else if (byte === 123 || byte === 91) return opening(state, byte === 91);
  else if (byte === 125 || byte === 93) return closing(state);
  return 'goes-on';
}

function opening(state: State, array: boolean): 'goes-on' | 'begins' | 'another-list' {
  state.top ??= array ? 'array' : 'object';
  const parentIsArray = state.arrayAt.at(-1) === true;
  state.arrayAt.push(array);
  state.depth += 1;
  if (array || state.inside || !parentIsArray) return 'goes-on';
  const recordDepth = state.top === 'array' ? 2 : 3;
  if (state.depth !== recordDepth) return 'goes-on';
  if (state.listDepth === -1) {
    state.lists += 1;
    if (state.lists > 1) return 'another-list';
    state.listDepth = state.depth - 1;
  }
  state.inside = true;
  return 'begins';
}

function closing(state: State): 'goes-on' | 'ends' {
  state.arrayAt.pop();
  state.depth -= 1;
  if (state.inside && state.depth === state.listDepth) {
    state.inside = false;
    return 'ends';
  }
  if (state.depth < state.listDepth) state.listDepth = -1;
  return 'goes-on';
}

/** Line breaks between the tokens of a record become blanks; inside strings JSON has none. */
function onOneLine(piece: Buffer): Buffer {
  if (piece === newline) return piece;
  if (!piece.includes(10) && !piece.includes(13)) return piece;
  const copy = Buffer.from(piece);
  for (let at = 0; at < copy.length; at += 1) if (copy[at] === 10 || copy[at] === 13) copy[at] = 32;
  return copy;
}
