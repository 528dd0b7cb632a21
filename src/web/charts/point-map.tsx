import { useMemo } from 'react';
import { Chart } from './chart.tsx';
import { escaped, tooltip } from './frame.ts';
import { useColours, type Colours } from './use-colours.ts';

export type Place = { readonly name: string; readonly latitude: number; readonly longitude: number; readonly value: number };

type Props = {
  readonly label: string;
  readonly places: readonly Place[];
  readonly format: (value: number) => string;
  readonly height?: number;
  readonly onSelect?: (place: Place) => void;
};

/** Circles on a quiet world, as large in area as what they count. The view closes in on where the places lie. */
export function PointMap({ label, places, format, height = 360, onSelect }: Props) {
  const colours = useColours();
  const option = useMemo(() => mapOption({ places, format }, colours), [places, format, colours]);
  const select =
    onSelect === undefined
      ? undefined
      : ({ dataIndex, kind }: { readonly dataIndex: number; readonly kind: string }) => {
          const place = kind === 'region' ? undefined : places[dataIndex];
          if (place !== undefined) onSelect(place);
        };
  return <Chart label={label} option={option} height={height} needsWorld onSelect={select} />;
}

const largestCircle = 44;
const smallestCircle = 5;
const mostNames = 8;
/** The view closes in on where nearly all are: one customer overseas doesn't turn a country into a dot. */
const inSight = 0.95;

export function mapOption({ places, format }: Pick<Props, 'places' | 'format'>, colours: Colours) {
  const largest = Math.max(1, ...places.map(({ value }) => value));
  const named = largestOf(places, mostNames);
  return {
    tooltip: {
      ...tooltip(colours),
      trigger: 'item' as const,
      formatter: ({ dataIndex, seriesType }: { readonly dataIndex: number; readonly seriesType?: string }) => {
        const place = seriesType === 'scatter' ? places[dataIndex] : undefined;
        return place === undefined ? '' : `${escaped(place.name)} <b>${escaped(format(place.value))}</b>`;
      },
    },
    geo: {
      map: 'world',
      roam: true,
      preserveAspect: 'cover' as const,
      clip: true,
      left: 0,
      right: 0,
      top: 0,
      bottom: 0,
      ...view(places),
      silent: true,
      itemStyle: { areaColor: colours.soft, borderColor: colours.line },
      label: { show: false },
    },
    series: [
      {
        type: 'scatter' as const,
        coordinateSystem: 'geo' as const,
        data: places.map(({ longitude, latitude, value }) => ({
          value: [longitude, latitude, value],
          symbolSize: Math.max(smallestCircle, Math.sqrt(value / largest) * largestCircle),
        })),
        itemStyle: { color: colours.value5, opacity: 0.65, borderColor: colours.card, borderWidth: 1 },
        label: {
          show: true,
          position: 'right' as const,
          color: colours.ink,
          fontSize: 12,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => (named.has(dataIndex) ? (places[dataIndex]?.name ?? '') : ''),
        },
        labelLayout: { hideOverlap: true },
        emphasis: { itemStyle: { opacity: 1 } },
      },
    ],
  };
}

/** The corner points around nearly all with some room, or the whole world. The rest is found by moving the map. */
function view(places: readonly Place[]): object {
  if (places.length === 0) return {};
  const [west, east] = middleOf(places.map(({ longitude, value }) => ({ at: longitude, value })));
  const [south, north] = middleOf(places.map(({ latitude, value }) => ({ at: latitude, value })));
  const room = Math.max(2, (east - west) * 0.15, (north - south) * 0.15);
  return {
    boundingCoords: [
      [west - room, Math.min(84, north + room)],
      [east + room, Math.max(-58, south - room)],
    ],
  };
}

/** Least and greatest position, without the outermost few in a hundred of all that is counted. */
function middleOf(weighted: readonly { readonly at: number; readonly value: number }[]): readonly [number, number] {
  const sorted = weighted.toSorted((one, other) => one.at - other.at);
  const outside = (sorted.reduce((sum, { value }) => sum + value, 0) * (1 - inSight)) / 2;
  const reach = (ordered: typeof sorted): number => {
    let sum = 0;
    return ordered.find(({ value }) => (sum += value) > outside)?.at ?? ordered[0]?.at ?? 0;
  };
  return [reach(sorted), reach(sorted.toReversed())];
}

const largestOf = (places: readonly Place[], most: number): ReadonlySet<number> =>
  new Set(
    places
      .map(({ value }, index) => ({ value, index }))
      .toSorted((one, other) => other.value - one.value)
      .slice(0, most)
      .map(({ index }) => index),
  );
