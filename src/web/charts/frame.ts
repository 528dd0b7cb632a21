import { fontFamily } from '../../contract/index.ts';
import type { Colours } from './use-colours.ts';

// What all charts share: light horizontal lines, no ticks, labels in the muted colour, room for them inside.

export const grid = (more: object = {}) => ({
  left: 4,
  right: 12,
  top: 12,
  bottom: 4,
  outerBoundsMode: 'same' as const,
  outerBoundsContain: 'axisLabel' as const,
  ...more,
});

export const categoryAxis = (names: readonly string[], colours: Colours, more: object = {}) => ({
  type: 'category' as const,
  data: [...names],
  axisTick: { show: false },
  axisLine: { lineStyle: { color: colours.line } },
  axisLabel: { color: colours.muted, fontSize: 12, hideOverlap: true },
  ...more,
});

/** The axis of lines, which reach from edge to edge: its first and last name stay between the edges instead of pushing them together. */
export const lineAxis = (names: readonly string[], colours: Colours, more: object = {}) =>
  categoryAxis(names, colours, {
    boundaryGap: false,
    axisLabel: { color: colours.muted, fontSize: 12, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
    ...more,
  });

/** An axis that ends at a value of its own is divided evenly. */
export const endsAt = (most: number | undefined): object => (most === undefined ? {} : { max: most, interval: most / 4 });

/** The least step that the words of an axis can tell apart: of whole numbers 1, of whole percentages a hundredth. Ticks nearer than that would say the same twice. */
export function leastStep(format: (value: number) => string): number {
  const told = (step: number): boolean => {
    const [none, half, whole] = [0, step / 2, step].map((value) => format(value));
    return whole !== none && (half === none || half === whole);
  };
  return [1, 0.1, 0.01, 0.001].find((step) => told(step)) ?? 0;
}

export const valueAxis = (format: (value: number) => string, colours: Colours, more: object = {}) => ({
  type: 'value' as const,
  splitNumber: 4,
  minInterval: leastStep(format),
  axisLabel: { color: colours.muted, fontSize: 12, formatter: format },
  splitLine: { lineStyle: { color: colours.line } },
  ...more,
});

export const tooltip = (colours: Colours) => ({
  renderMode: 'html' as const,
  confine: true,
  backgroundColor: colours.card,
  borderColor: colours.line,
  borderWidth: 1,
  padding: [6, 10],
  textStyle: { color: colours.ink, fontSize: 12, fontFamily },
  extraCssText: 'box-shadow: var(--lift); border-radius: 8px;',
});

/** Room for the names at the ends of lines: on a phone the lines need it more. */
export const roomForNames = (names: readonly string[], phone: boolean): number =>
  Math.min(phone ? 88 : 140, 16 + Math.max(0, ...names.map(({ length }) => length)) * 7);

/** A name at the end of a line, cut where there is no room for it. */
export const endName = (name: string, colours: Colours, phone: boolean) => ({
  formatter: () => name,
  color: colours.ink,
  fontSize: 12,
  distance: 6,
  ...(phone ? { width: 78, overflow: 'truncate' as const } : {}),
});

/** Names come from files and people, and a tooltip is HTML. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
