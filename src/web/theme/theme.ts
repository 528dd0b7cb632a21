import { createTheme, type CSSVariablesResolver, defaultVariantColorsResolver, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';
import { darkColours, fontFamily, lightColours, monospaceFamily } from '../../contract/index.ts';
import { defaults } from './defaults.ts';

/** Indigo around the accent of both themes: step 7 is the light theme's accent, step 3 the dark theme's. */
const accent: MantineColorsTuple = [
  '#eef0fb',
  '#d9def6',
  '#bcc5f4',
  darkColours.accent,
  '#7a89dd',
  '#5f6fcb',
  '#4959b8',
  lightColours.accent,
  '#2b3a8b',
  '#212d6f',
];
const teal: MantineColorsTuple = ['#f1f9f8', '#e4f2f0', '#c2e3df', '#8fcdc5', '#6bbdb3', '#54aea3', '#33958a', '#1c7d73', '#0d5a53', '#08403b'];
const red: MantineColorsTuple = ['#fdf0ee', '#f8dcd8', '#f2bab3', '#ef766a', '#de6256', '#cb4a3f', '#bf4035', '#b3352b', '#93281f', '#6f1c15'];

/** Filled buttons are dark in the light theme and light in the dark one, and so is what stands on them. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...resolved, color: 'var(--on-filled)' } : resolved;
};

export const theme = createTheme({
  variantColorResolver,
  colors: { accent, teal, red },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  fontFamily,
  fontFamilyMonospace: monospaceFamily,
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.4', xl: '1.25' },
  headings: {
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25', fontWeight: '650' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.5' },
      h5: { fontSize: '0.875rem', lineHeight: '1.5' },
      h6: { fontSize: '0.75rem', lineHeight: '1.5' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'var(--lift)', lg: 'var(--lift)', xl: 'var(--lift)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: defaults,
});

/** Mantine's own variables follow the tokens, and every token is a variable of its own: `var(--riskink)`. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...surface(lightColours), '--on-filled': lightColours.on6, '--lift': '0 1px 2px rgb(24 32 38 / 6%), 0 8px 24px rgb(24 32 38 / 12%)' },
  dark: { ...surface(darkColours), '--on-filled': darkColours.on6, '--lift': '0 8px 24px rgb(0 0 0 / 50%)' },
});

function surface(colours: typeof darkColours): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(colours).map(([name, value]) => [`--${name}`, value])),
    '--mantine-color-body': colours.card,
    '--mantine-color-text': colours.ink,
    '--mantine-color-bright': colours.ink,
    '--mantine-color-dimmed': colours.muted,
    '--mantine-color-placeholder': colours.muted,
    '--mantine-color-anchor': colours.accent,
    '--mantine-color-error': colours.riskink,
    '--mantine-color-default': colours.card,
    '--mantine-color-default-hover': colours.soft,
    '--mantine-color-default-color': colours.ink,
    '--mantine-color-default-border': colours.line,
    '--mantine-color-disabled': colours.soft,
    '--mantine-color-disabled-color': colours.muted,
    '--mantine-color-disabled-border': colours.line,
  };
}
