import { colour } from './colours.ts';

/** The frame that all charts share: light horizontal lines, no ticks, labels in the muted colour, room for them inside. */
export const grid = () => ({ left: 4, right: 12, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' });

const label = { color: colour('muted'), fontSize: 12 };

export const categoryAxis = (names: readonly string[]) => ({
  type: 'category',
  data: [...names],
  axisTick: { show: false },
  axisLine: { lineStyle: { color: colour('line') } },
  axisLabel: { ...label, hideOverlap: true },
});

export const valueAxis = (format: (value: number) => string) => ({
  type: 'value',
  splitNumber: 4,
  axisLabel: { ...label, formatter: format },
  splitLine: { lineStyle: { color: colour('line') } },
});
