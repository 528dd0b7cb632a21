import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ClienteleError } from '../core/index.ts';
import type { SourceInput, StreamFormat } from '../sources/index.ts';

/** An input as typed, or found in a folder that was typed. */
export type NamedInput = { readonly source: SourceInput; readonly name: string; readonly found: boolean };

const readable = /\.(csv|tsv|txt|tab|xlsx|json|jsonl|ndjson|parquet)(\.(gz|zst))?$/i;

/** Files, the files of folders, standard input and database queries, as inputs to read. */
export async function namedInputs(request: {
  readonly inputs: readonly string[];
  readonly query: string | undefined;
  readonly format: StreamFormat | undefined;
}): Promise<readonly NamedInput[]> {
  const found: NamedInput[] = [];
  for (const input of request.inputs) found.push(...(await inputsOf(input, request.query, request.format)));
  return found;
}

async function inputsOf(input: string, query: string | undefined, format: StreamFormat | undefined): Promise<readonly NamedInput[]> {
  if (input === '-') {
    return [
      {
        source: { kind: 'stream', stream: process.stdin, name: 'standard input', ...(format === undefined ? {} : { format }) },
        name: 'standard input',
        found: false,
      },
    ];
  }
  if (/^(postgres(ql)?|mysql|mariadb):\/\//.test(input)) {
    if (query === undefined) throw new ClienteleError('usage', { detail: 'A database needs --query "select …".' });
    return [{ source: { kind: 'query', url: input, query }, name: 'query', found: false }];
  }
  if (!existsSync(input)) throw new ClienteleError('file.missing', { file: input });
  if (!statSync(input).isDirectory()) return [{ source: { kind: 'file', path: input }, name: basename(input), found: false }];
  const names = (await readdir(input)).filter((name) => readable.test(name)).toSorted();
  if (names.length === 0)
    throw new ClienteleError('file.unreadable', { file: input, detail: 'no CSV, XLSX, JSON or Parquet file lies in it', hint: 'Name the files to import.' });
  return names.map((name) => ({ source: { kind: 'file', path: join(input, name) }, name, found: true }));
}
