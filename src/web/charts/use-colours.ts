import { useComputedColorScheme } from '@mantine/core';
import { darkColours, type DesignToken, lightColours } from '../../contract/index.ts';

export type Colours = Readonly<Record<DesignToken, string>>;

/** The tokens of the theme that is on, as plain colours: what charts are drawn with. */
export function useColours(): Colours {
  return useComputedColorScheme('light') === 'dark' ? darkColours : lightColours;
}
