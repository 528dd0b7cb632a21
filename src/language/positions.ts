import { lineStarts, type Position, positionIn } from './diagnostic.ts';

/** Where the nodes of a tree stand in the text they were read from; `part` is a member of the node: `name`, `operator`, `values.1`. */
export type Positions = { readonly text: string; readonly of: ReadonlyMap<object, NodePosition> };
export type Span = { readonly offset: number; readonly length: number };
export type NodePosition = Span & { readonly parts: Readonly<Record<string, Span>> };

/** Finds the place of a node or of one part of it; the whole text when it is not known. */
export function positionFinder(positions: Positions): (node: object, part?: string) => Position {
  const starts = lineStarts(positions.text);
  return (node, part) => {
    const place = positions.of.get(node);
    const span = (part === undefined ? place : (place?.parts[part] ?? place)) ?? { offset: 0, length: positions.text.length };
    return positionIn(starts, span.offset, span.length);
  };
}
