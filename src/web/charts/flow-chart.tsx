import { useMemo } from 'react';
import { Chart } from './chart.tsx';
import { escaped, tooltip } from './frame.ts';
import { colourOfTone, type Tone } from './tone.ts';
import { useColours, type Colours } from './use-colours.ts';

export type Stop = { readonly id: string; readonly name: string; readonly tone?: Tone /** 0 is leftmost. */; readonly depth?: number };
export type Stream = { readonly from: string; readonly to: string; readonly value: number };

type Props = {
  readonly label: string;
  readonly stops: readonly Stop[];
  readonly streams: readonly Stream[];
  readonly format: (value: number) => string;
  readonly height?: number;
  readonly onSelect?: (stream: Stream) => void;
  readonly onStop?: (stop: Stop) => void;
};

/** How many went from where to where, as streams as wide as their count. */
export function FlowChart({ label, stops, streams, format, height = 320, onSelect, onStop }: Props) {
  const colours = useColours();
  const option = useMemo(() => flowOption({ stops, streams, format }, colours), [stops, streams, format, colours]);
  const select =
    onSelect === undefined && onStop === undefined
      ? undefined
      : ({ dataIndex, kind }: { readonly dataIndex: number; readonly kind: string }) => {
          const stream = kind === 'edge' ? streams[dataIndex] : undefined;
          const stop = kind === 'node' ? stops[dataIndex] : undefined;
          if (stream !== undefined) onSelect?.(stream);
          if (stop !== undefined) onStop?.(stop);
        };
  return <Chart label={label} option={option} height={height} onSelect={select} />;
}

export function flowOption({ stops, streams, format }: Pick<Props, 'stops' | 'streams' | 'format'>, colours: Colours) {
  const sources = new Set(streams.map(({ from }) => from));
  const half = Math.max(...stops.map(({ depth }) => depth ?? 0)) / 2;
  const names = new Map(stops.map(({ id, name }) => [id, name]));
  return {
    tooltip: {
      ...tooltip(colours),
      trigger: 'item' as const,
      formatter: ({ dataType, dataIndex, value }: { readonly dataType: string; readonly dataIndex: number; readonly value: number }) => {
        if (dataType !== 'edge') return `${escaped(stops[dataIndex]?.name ?? '')} <b>${escaped(format(value))}</b>`;
        const { from = '', to = '', value: people = 0 } = streams[dataIndex] ?? {};
        return `${escaped(names.get(from) ?? '')} → ${escaped(names.get(to) ?? '')} <b>${escaped(format(people))}</b>`;
      },
    },
    series: [
      {
        type: 'sankey' as const,
        left: 4,
        right: 4,
        top: 8,
        bottom: 8,
        nodeWidth: 10,
        nodeGap: 12,
        draggable: false,
        // The order given is the order shown: stages of life, not sizes.
        layoutIterations: 0,
        emphasis: { focus: 'adjacency' as const },
        data: stops.map(({ id, tone, depth }) => ({
          // In the right half there is no room to the right: those names stand on their streams, which are pale.
          label: { position: sources.has(id) && (depth ?? 0) <= half ? ('right' as const) : ('left' as const) },
          name: id,
          ...(depth === undefined ? {} : { depth }),
          itemStyle: { color: colourOfTone(tone ?? 'neutral', colours), borderWidth: 0 },
        })),
        links: streams.map(({ from, to, value }) => ({ source: from, target: to, value })),
        labelLayout: { hideOverlap: true },
        lineStyle: { color: 'target' as const, opacity: 0.28, curveness: 0.5 },
        label: {
          color: colours.ink,
          fontSize: 12,
          formatter: ({ dataIndex, value }: { readonly dataIndex: number; readonly value: number }) => `${stops[dataIndex]?.name ?? ''} ${format(value)}`,
        },
      },
    ],
  };
}
