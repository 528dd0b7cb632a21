import { ClienteleError } from '../../core/index.ts';

/** A place in the file, from 1. */
export type FilePosition = { readonly line: number; readonly column: number };
export type FileTrouble = FilePosition & { readonly segment?: string; readonly code: string; readonly message: string; readonly hint: string };

/** The error for a file of segments: its first trouble in words, all of them beside it. */
export function fileError(file: string, troubles: readonly FileTrouble[]): ClienteleError {
  const [first] = troubles;
  const where =
    first === undefined
      ? ''
      : `line ${first.line}, column ${first.column}: ${first.segment === undefined ? '' : `segment "${first.segment}": `}${first.message}`;
  const more = troubles.length > 1 ? ` (and ${troubles.length - 1} more)` : '';
  return new ClienteleError(
    'segment.file',
    { file, detail: `${where}${more} Nothing was applied.` },
    { position: first === undefined ? undefined : { line: first.line, column: first.column }, errors: troubles },
  );
}
