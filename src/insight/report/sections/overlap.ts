import type { OverlapPair, ReportData } from '../../../contract/index.ts';
import { evenLevel } from '../../charts/colours.ts';
import { heatChart } from '../../charts/heat.ts';
import { type Html, shorten } from '../html.ts';
import { behind, panel, table } from '../parts.ts';
import { count, share } from '../words.ts';

/** Which segments hold the same people. */
export function overlap(data: ReportData): Html {
  const { slugs, pairs } = data.overlap;
  if (slugs.length < 2) return panel('overlap', 'Overlap of segments', 'Fewer than two segments hold people.');
  const nameOf = new Map(data.segments.map((segment) => [segment.slug, segment.name]));
  const named = (slug: string): string => nameOf.get(slug) ?? slug;
  const at = new Map(slugs.map((slug, index) => [slug, index]));
  const cells = pairs.flatMap((pair) => {
    const a = at.get(pair.a);
    const b = at.get(pair.b);
    if (a === undefined || b === undefined) return [];
    // The row's people who are also in the column.
    return [
      { x: b, y: a, level: evenLevel(pair.aInB, 1), label: `${Math.round(pair.aInB * 100)}` },
      { x: a, y: b, level: evenLevel(pair.bInA, 1), label: `${Math.round(pair.bInA * 100)}` },
    ];
  });
  const chart = heatChart({
    id: 'overlap-map',
    title: 'Of the people in the segment on the left, the percentage who are also in the numbered segment above',
    width: 1030,
    columns: slugs.map((_, index) => String(index + 1)),
    rows: slugs.map((slug, index) => `${shorten(named(slug), 22)}  ${index + 1}`),
    rowHeight: 32,
    columnTitle: 'also in segment number …, percent of the row',
    narrowLabels: false,
    cells,
  });
  const numbers = table<OverlapPair>(
    'Pairs that share most',
    [
      { title: 'Segment', cell: (pair) => named(pair.a) },
      { title: 'and', cell: (pair) => named(pair.b) },
      { title: 'In both', cell: (pair) => count(pair.both), numeric: true },
      { title: 'of the first', cell: (pair) => share(pair.aInB), numeric: true },
      { title: 'of the second', cell: (pair) => share(pair.bInA), numeric: true },
      { title: 'Jaccard', cell: (pair) => pair.jaccard.toFixed(2), numeric: true },
    ],
    [...pairs].sort((a, b) => b.jaccard - a.jaccard).slice(0, 20),
  );
  const closest = [...pairs].sort((a, b) => b.jaccard - a.jaccard)[0];
  const finding =
    closest === undefined || closest.both === 0
      ? 'These segments share nobody.'
      : `Of these, ${named(closest.a)} and ${named(closest.b)} share most: ${count(closest.both)} people are in both, ${share(closest.jaccard)} of those in either.`;
  return panel(
    'overlap',
    'Overlap of segments',
    finding,
    chart,
    behind(
      'Members of the twelve segments with most revenue that hold at most half of all customers, compared pair by pair. Jaccard is people in both divided by people in either.',
      numbers,
    ),
  );
}
