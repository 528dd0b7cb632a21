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

export const valueAxis = (format: (value: number) => string, colours: Colours, more: object = {}) => ({
  type: 'value' as const,
  splitNumber: 4,
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

/** Names come from files and people, and a tooltip is HTML. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
