import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { fileError, type FilePosition, type FileTrouble } from './file-error.ts';
import { type FileSegment, segmentFileSchema } from './file-shape.ts';

export type ReadFile = {
  readonly segments: readonly FileSegment[];
  /** Where a segment stands, one of its entries, or one of a list there. */
  readonly place: (index: number, key?: string, nth?: number) => FilePosition;
  /** The place in the file of a place in the definition of a segment. */
  readonly placeInDefinition: (index: number, within: FilePosition) => FilePosition;
};

const noSegments = 'This is no YAML file of segments, which begins with `version: 1` and has a list `segments:`';

/** YAML → segments. Throws `segment.file` that names line and column; nothing has been applied then. */
export function readSegmentFile(text: string, file: string): ReadFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) throw fileError(file, [trouble(positionAt(lines, broken.pos[0]), broken.message)]);
  if (!isMap(document.contents)) throw fileError(file, [trouble({ line: 1, column: 1 }, noSegments)]);
  const read = segmentFileSchema.safeParse(plain(document, file));
  if (!read.success) {
    throw fileError(
      file,
      read.error.issues.map((issue) => trouble(placeOf(document, lines, issue.path), `${issue.path.map(String).join('.') || 'The file'}: ${issue.message}`)),
    );
  }
  const place = (index: number, key?: string, nth?: number): FilePosition =>
    placeOf(
      document,
      lines,
      ['segments', index, key, nth].filter((part) => part !== undefined),
    );
  return {
    segments: read.data.segments,
    place,
    placeInDefinition: (index, within) => {
      const node = document.getIn(['segments', index, 'definition'], true);
      const start = place(index, 'definition');
      if (!isScalar(node) || !(node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'))
        return within.line === 1 ? { line: start.line, column: start.column + within.column } : start;
      const line = start.line + within.line;
      const indent = /^ */.exec(text.split('\n')[start.line] ?? '')?.[0].length ?? 0;
      return { line, column: indent + within.column };
    },
  };
}

const trouble = (at: FilePosition, message: string): FileTrouble => ({
  ...at,
  code: 'segment.file',
  message: /[.!?]$/.test(message) ? message : `${message}.`,
  hint: 'Compare with what `clientele segments export` writes.',
});

function plain(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw fileError(file, [trouble({ line: 1, column: 1 }, error instanceof Error ? error.message : String(error))]);
  }
}

/** The place of the deepest node on the path that exists. */
function placeOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): FilePosition {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return positionAt(lines, Number(node.range[0]));
  }
  return { line: 1, column: 1 };
}

function positionAt(lines: LineCounter, offset: number): FilePosition {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
