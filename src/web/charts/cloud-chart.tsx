import { useMemo } from 'react';
import { type Box, freeSpot } from './apart.ts';
import { Chart } from './chart.tsx';
import { escaped, grid, tooltip, valueAxis } from './frame.ts';
import { useColours, type Colours } from './use-colours.ts';

/** One customer among many, in a group by its number; -1 belongs to none. */
export type CloudPoint = { readonly group: number; readonly x: number; readonly y: number; readonly id: number };
export type CloudGroup = { readonly group: number; readonly name: string };

type Props = {
  readonly label: string;
  readonly points: readonly CloudPoint[];
  readonly groups: readonly CloudGroup[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Says in the tooltip who a point is. */
  readonly nameOf: (point: CloudPoint) => string;
  readonly height?: number;
  readonly onSelect?: (point: CloudPoint) => void;
};

/** Hundreds of customers as dots, with each group's name in its middle. A group has a shape beside its colour, so neither is the only carrier. */
export function CloudChart({ label, points, groups, xTitle, yTitle, nameOf, height = 420, onSelect }: Props) {
  const colours = useColours();
  const option = useMemo(
    () => cloudOption({ points, groups, xTitle, yTitle, nameOf, height }, colours),
    [points, groups, xTitle, yTitle, nameOf, height, colours],
  );
  const select =
    onSelect === undefined
      ? undefined
      : ({ seriesIndex, dataIndex }: { readonly seriesIndex: number; readonly dataIndex: number }) => {
          const group = groups[seriesIndex]?.group ?? -1;
          const point = points.filter((each) => each.group === group)[dataIndex];
          if (point !== undefined) onSelect(point);
        };
  return <Chart label={label} option={option} height={height} onSelect={select} />;
}

const shapes = ['circle', 'triangle', 'diamond', 'rect', 'pin', 'roundRect', 'arrow', 'emptyCircle'] as const;
/** As many as there can be groups; beyond, they begin again with other shapes. */
const tints = ['value5', 'accent', 'risk2', 'growth', 'value3', 'risk3', 'risk1', 'neutral'] as const;

export const tintOf = (place: number, colours: Colours): string => colours[tints[place % tints.length] ?? 'neutral'];

/** Around the points, in pixels. */
const room = { left: 24, bottom: 24, right: 16, top: 16 } as const;

type Wished = { readonly dataIndex: number; readonly rect: Box; readonly labelRect: Box };

/**
 * Moves each name so that it is whole and touches none of those before it: the drawing's own way moves them off each other only where that is little, and over the edge. How wide the drawing is follows from where a point of known
 * value lies.
 */
export function standApart(middles: readonly number[], least: number, most: number, height: number) {
  const standing: Box[] = [];
  return ({ dataIndex, rect, labelRect }: Wished): { readonly dx: number; readonly dy: number } => {
    if (dataIndex === 0) standing.length = 0;
    // A name that was moved when it was last drawn comes with that: where it wants to be is around its point.
    const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
    const wished = { x: x - labelRect.width / 2, y: y - labelRect.height / 2, width: labelRect.width, height: labelRect.height };
    const share = ((middles[dataIndex] ?? least) - least) / Math.max(most - least, Number.EPSILON);
    const end = share > 0.01 ? room.left + (x - room.left) / share + room.right : Number.POSITIVE_INFINITY;
    const spot = freeSpot(wished, standing, { x: room.left, y: 0, width: end - room.left, height: height - room.bottom });
    standing.push(spot);
    return { dx: spot.x - wished.x, dy: spot.y - wished.y };
  };
}

export function cloudOption(
  { points, groups, xTitle, yTitle, nameOf, height = 420 }: Pick<Props, 'points' | 'groups' | 'xTitle' | 'yTitle' | 'nameOf' | 'height'>,
  colours: Colours,
) {
  const bare = {
    min: 'dataMin' as const,
    max: 'dataMax' as const,
    axisLabel: { show: false },
    splitLine: { show: false },
    axisLine: { show: true, lineStyle: { color: colours.line } },
  };
  const title = { nameLocation: 'middle' as const, nameGap: 8, nameTextStyle: { color: colours.muted, fontSize: 12 } };
  const of = groups.map(({ group }) => points.filter((point) => point.group === group));
  const middles = of.map((members) => middle(members.map(({ x }) => x)));
  const across = points.map(({ x }) => x);
  return {
    grid: grid(room),
    xAxis: valueAxis(String, colours, { ...bare, name: xTitle, ...title }),
    yAxis: valueAxis(String, colours, { ...bare, name: yTitle, ...title }),
    tooltip: {
      ...tooltip(colours),
      trigger: 'item' as const,
      formatter: ({ seriesIndex, dataIndex }: { readonly seriesIndex: number; readonly dataIndex: number }) => {
        const point = of[seriesIndex]?.[dataIndex];
        return point === undefined ? '' : `${escaped(nameOf(point))}<br><b>${escaped(groups[seriesIndex]?.name ?? '')}</b>`;
      },
    },
    series: [
      ...of.map((members, place) => ({
        type: 'scatter' as const,
        data: members.map(({ x, y }) => [x, y]),
        symbol: shapes[place % shapes.length],
        symbolSize: 7,
        itemStyle: { color: tintOf(place, colours), opacity: 0.6 },
        emphasis: { itemStyle: { opacity: 1 } },
      })),
      {
        type: 'scatter' as const,
        data: of.map((members, place) => [middles[place] ?? 0, middle(members.map(({ y }) => y))]),
        symbolSize: 1,
        silent: true,
        clip: false,
        z: 5,
        itemStyle: { color: 'transparent', opacity: 1 },
        label: {
          show: true,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => groups[dataIndex]?.name ?? '',
          color: colours.ink,
          fontSize: 12,
          fontWeight: 600,
          backgroundColor: colours.card,
          borderColor: colours.line,
          borderWidth: 1,
          borderRadius: 4,
          padding: [2, 6],
        },
        labelLayout: standApart(middles, Math.min(...across), Math.max(...across), height),
        tooltip: { show: false },
      },
    ],
  };
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
