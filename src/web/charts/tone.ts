import type { Colours } from './use-colours.ts';

/** What a line or bar means. The order of `categories` is the same in every chart. */
export type Tone = 'value' | 'risk' | 'growth' | 'accent' | 'neutral';

export function colourOfTone(tone: Tone, colours: Colours): string {
  switch (tone) {
    case 'value':
      return colours.value5;
    case 'risk':
      return colours.risk2;
    case 'growth':
      return colours.growth;
    case 'accent':
      return colours.accent;
    case 'neutral':
      return colours.neutral;
  }
}

/** For lines and bars without a meaning of their own. Direct labels name them; colour alone never does. */
export const categories: readonly Tone[] = ['value', 'accent', 'risk', 'growth', 'neutral'];
