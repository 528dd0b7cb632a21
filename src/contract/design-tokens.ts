/**
 * The colours of Clientele, once: the report's style sheet and the web application are both made from them.
 *
 * What each is for stands in docs/design-language.md. A test holds text to at least 4.5:1 on its surface in both themes.
 */
export type DesignToken = keyof typeof lightColours;

export const lightColours = Object.freeze({
  bg: '#f6f7f8',
  card: '#ffffff',
  ink: '#182026',
  muted: '#56616b',
  line: '#dde2e6',
  soft: '#eef1f3',
  accent: '#3446a4',
  neutral: '#8b959e',
  growth: '#1b7a41',
  value1: '#e4f2f0',
  value2: '#c2e3df',
  value3: '#8fcdc5',
  value4: '#54aea3',
  value5: '#1c7d73',
  value6: '#0d5a53',
  on1: '#182026',
  on2: '#182026',
  on3: '#182026',
  on4: '#0b1517',
  on5: '#ffffff',
  on6: '#ffffff',
  risk1: '#e9a23b',
  risk2: '#d3692a',
  risk3: '#b3352b',
  riskink: '#9c3418',
  risksoft: '#fdf1e3',
  growthink: '#14663a',
});

export const darkColours: Readonly<Record<DesignToken, string>> = Object.freeze({
  bg: '#101417',
  card: '#181d21',
  ink: '#e8ecef',
  muted: '#a3aeb7',
  line: '#2d353b',
  soft: '#20272c',
  accent: '#9dabff',
  neutral: '#74808a',
  growth: '#5cc98a',
  value1: '#17302f',
  value2: '#1c4441',
  value3: '#236059',
  value4: '#2a7a71',
  value5: '#4bb3a7',
  value6: '#8fe0d6',
  on1: '#e8ecef',
  on2: '#e8ecef',
  on3: '#f2f6f7',
  on4: '#ffffff',
  on5: '#071312',
  on6: '#071312',
  risk1: '#e7b35e',
  risk2: '#e88a4c',
  risk3: '#ef766a',
  riskink: '#f0a57e',
  risksoft: '#33251a',
  growthink: '#7bd9a3',
});

/** `--bg:#f6f7f8;--card:…` for a style sheet. */
export function colourDeclarations(colours: Readonly<Record<DesignToken, string>>): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

/** One family everywhere: Inter where it is installed, else the system's. Nothing is fetched. */
export const fontFamily = 'Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';
export const monospaceFamily = 'ui-monospace,SFMono-Regular,Menlo,Consolas,monospace';

export type Level = 1 | 2 | 3 | 4 | 5 | 6;

/** Step of the value scale for a part of a largest value. Square roots, so that small values can still be told apart. */
export function level(value: number, largest: number): Level {
  if (largest <= 0 || value <= 0) return 1;
  return Math.min(6, Math.max(1, Math.ceil(Math.sqrt(value / largest) * 6))) as Level;
}

/** The same in even steps, for shares that lie close together. */
export const evenLevel = (value: number, largest: number): Level => (largest <= 0 ? 1 : (Math.min(6, Math.max(1, Math.ceil((value / largest) * 6))) as Level));
