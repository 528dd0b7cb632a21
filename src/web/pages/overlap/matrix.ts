type Pair = { readonly a: string; readonly b: string; readonly both: number; readonly share_of_a: number; readonly share_of_b: number };
type Cell = {
  readonly row: number;
  readonly column: number;
  readonly both: number /** Of the row's people, those who are in the column too. */;
  readonly share: number;
};

/** Pairs as a square: each pair stands twice, once as a share of either. The diagonal is left out: everybody is in it. */
export function matrixOf(
  segments: readonly { readonly slug: string; readonly name: string }[],
  pairs: readonly Pair[],
): { readonly cells: readonly Cell[]; readonly most: { readonly a: string; readonly b: string; readonly share: number } | undefined } {
  const places = new Map(segments.map(({ slug }, index) => [slug, index]));
  const cells = pairs.flatMap(({ a, b, both, share_of_a: ofA, share_of_b: ofB }): readonly Cell[] => {
    const [one, other] = [places.get(a), places.get(b)];
    if (one === undefined || other === undefined) return [];
    return [
      { row: one, column: other, both, share: ofA },
      { row: other, column: one, both, share: ofB },
    ];
  });
  const [most] = cells.toSorted((one, other) => other.share - one.share || other.both - one.both);
  const name = (place: number): string => segments[place]?.name ?? '';
  return { cells, most: most === undefined || most.both === 0 ? undefined : { a: name(most.row), b: name(most.column), share: most.share } };
}
