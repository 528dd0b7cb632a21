import { useMemo } from 'react';
import { Chart } from './chart.tsx';
import { escaped, grid, tooltip, valueAxis } from './frame.ts';
import { useColours, type Colours } from './use-colours.ts';

/** Shares of 0 to 1: so much of the people, from the one who spent most down, brought so much of the revenue. */
export type LorenzPoint = { readonly people: number; readonly value: number };

type Props = {
  readonly label: string;
  readonly points: readonly LorenzPoint[];
  readonly format: (share: number) => string;
  /** The point that the finding speaks of, with its words. */
  readonly mark?: LorenzPoint & { readonly words: string };
  readonly peopleTitle: string;
  readonly valueTitle: string;
  readonly height?: number;
};

/** How few bring how much. The grey diagonal is everyone spending alike. */
export function LorenzChart({ label, points, format, mark, peopleTitle, valueTitle, height }: Props) {
  const colours = useColours();
  const option = useMemo(
    () => lorenzOption({ points, format, mark, peopleTitle, valueTitle }, colours),
    [points, format, mark, peopleTitle, valueTitle, colours],
  );
  return <Chart label={label} option={option} {...(height === undefined ? {} : { height })} />;
}

type Data = Pick<Props, 'points' | 'format' | 'peopleTitle' | 'valueTitle'> & { readonly mark: Props['mark'] | undefined };

export function lorenzOption({ points, format, mark, peopleTitle, valueTitle }: Data, colours: Colours) {
  const title = { nameLocation: 'middle' as const, nameTextStyle: { color: colours.muted, fontSize: 12 } };
  const plain = { type: 'line' as const, showSymbol: false, emphasis: { disabled: true } };
  return {
    grid: grid({ left: 24, bottom: 24 }),
    xAxis: valueAxis(format, colours, {
      min: 0,
      max: 1,
      interval: 0.25,
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: colours.line } },
      name: peopleTitle,
      nameGap: 28,
      ...title,
    }),
    yAxis: valueAxis(format, colours, { min: 0, max: 1, interval: 0.25, name: valueTitle, nameGap: 44, ...title }),
    tooltip: {
      ...tooltip(colours),
      trigger: 'axis' as const,
      formatter: (at: readonly { readonly value: readonly [number, number] }[]) =>
        `${escaped(format(at[0]?.value[0] ?? 0))} → <b>${escaped(format(at[0]?.value[1] ?? 0))}</b>`,
    },
    series: [
      {
        ...plain,
        data: points.map(({ people, value }) => [people, value]),
        lineStyle: { width: 2, color: colours.value5 },
        itemStyle: { color: colours.value5 },
        areaStyle: { color: colours.value5, opacity: 0.12 },
      },
      {
        ...plain,
        data: [
          [0, 0],
          [1, 1],
        ],
        lineStyle: { width: 1, color: colours.neutral, type: 'dashed' as const },
        itemStyle: { color: colours.neutral },
        tooltip: { show: false },
      },
      ...(mark === undefined
        ? []
        : [
            {
              type: 'scatter' as const,
              data: [[mark.people, mark.value]],
              symbolSize: 10,
              itemStyle: { color: colours.accent },
              label: { show: true, position: 'right' as const, distance: 8, formatter: () => mark.words, color: colours.ink, fontSize: 12 },
              silent: true,
            },
          ]),
    ],
  };
}
