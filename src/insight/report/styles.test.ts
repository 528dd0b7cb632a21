import { expect, test } from 'vitest';
import { styles } from './styles.ts';

/** Relative luminance and contrast ratio of WCAG 2.2. */
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/gi, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const pairs = [
  ...['bg', 'card'].flatMap((surface) => ['ink', 'muted', 'accent', 'riskink', 'growthink'].map((text) => [text, surface] as const)),
  ...[1, 2, 3, 4, 5, 6].map((step) => [`on${step}`, `value${step}`] as const),
  ['riskink', 'risksoft'] as const,
  ['muted', 'soft'] as const,
];

test('text can be read on its surface in light and in dark: at least 4.5 to 1', () => {
  const [light, dark] = styles.split('@media (prefers-color-scheme:dark)');
  for (const theme of [light, dark?.split('}}')[0]]) {
    const tokens = new Map([...(theme ?? '').matchAll(/--(\w+):(#[0-9a-f]+)/g)].map(([, name, value]) => [name, value ?? '']));
    const poor = pairs
      .map(([text, surface]) => ({ text, surface, ratio: contrast(tokens.get(text) ?? '', tokens.get(surface) ?? '') }))
      .filter(({ ratio }) => !(ratio >= 4.5));
    expect(poor).toEqual([]);
  }
});
