import type { Level } from '../../contract/index.ts';

export { evenLevel, type Level, level } from '../../contract/index.ts';

/**
 * Colours of the design language by name. Charts are drawn with stand-in colours, which `withVariables` turns into CSS
 * variables, so that one drawing serves light, dark and print (docs/design-language.md).
 */
export const colourNames = [
  'ink',
  'muted',
  'line',
  'card',
  'accent',
  'neutral',
  'growth',
  'value1',
  'value2',
  'value3',
  'value4',
  'value5',
  'value6',
  'on1',
  'on2',
  'on3',
  'on4',
  'on5',
  'on6',
  'risk1',
  'risk2',
  'risk3',
] as const;
export type ColourName = (typeof colourNames)[number];

const stem = '#fe00';
const standIns = new Map<ColourName, string>(colourNames.map((name, index) => [name, `${stem}${index.toString(16).padStart(2, '0')}`]));

export const colour = (name: ColourName): string => standIns.get(name) ?? stem;

export function withVariables(svg: string): string {
  return svg.replaceAll(/#fe00([0-9a-f]{2})/g, (whole, index: string) => {
    const name = colourNames[Number.parseInt(index, 16)];
    return name === undefined ? whole : `var(--${name})`;
  });
}

export const valueColour = (step: Level): string => colour(`value${step}`);
export const onValueColour = (step: Level): string => colour(`on${step}`);
