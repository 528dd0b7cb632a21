import type helpTexts from '../../texts/en/help.json';

export type HelpKey = keyof (typeof helpTexts)['about'];
type Help = { readonly key: HelpKey; readonly manual: string };

/** What helps on which screen, and its page of the manual: one line each. The longest beginning of the address counts. */
const screens: Readonly<Record<string, Help>> = {
  '/': { key: 'home', manual: 'insights.md' },
  '/start': { key: 'start', manual: 'screens/start-and-imports.md' },
  '/imports': { key: 'imports', manual: 'screens/start-and-imports.md' },
  '/imports/new': { key: 'import', manual: 'import.md' },
  '/insights': { key: 'insights', manual: 'screens/home-and-insights.md' },
  '/insights/rfm': { key: 'rfm', manual: 'features.md' },
  '/insights/cohorts': { key: 'cohorts', manual: 'insights.md' },
  '/insights/concentration': { key: 'concentration', manual: 'insights.md' },
  '/insights/products': { key: 'products', manual: 'insights.md' },
  '/insights/rhythm': { key: 'rhythm', manual: 'insights.md' },
  '/insights/when': { key: 'when', manual: 'insights.md' },
  '/insights/where': { key: 'where', manual: 'insights.md' },
  '/insights/crossing': { key: 'crossing', manual: 'insights.md' },
  '/insights/funnel': { key: 'funnel', manual: 'insights.md' },
  '/insights/paths': { key: 'paths', manual: 'insights.md' },
  '/customers': { key: 'customers', manual: 'screens/customers.md' },
  '/customers/': { key: 'customer', manual: 'screens/customers.md' },
  '/sources': { key: 'sources', manual: 'collect.md' },
  '/data': { key: 'data', manual: 'quality.md' },
  '/segments': { key: 'segments', manual: 'screens/segments.md' },
  '/segments/~templates': { key: 'templates', manual: 'library.md' },
  '/segments/~new': { key: 'builder', manual: 'segment-language.md' },
  '/segments/~compare': { key: 'compare', manual: 'screens/segments.md' },
  '/segments/~overlap': { key: 'overlap', manual: 'screens/segments.md' },
  '/segments/': { key: 'segment', manual: 'scorecard.md' },
  '/settings': { key: 'settings', manual: 'screens.md' },
};

const nothing: Help = { key: 'any', manual: 'README.md' };

export function helpFor(path: string): Help {
  if (/^\/segments\/[^/]+\/edit$/.test(path)) return { key: 'builder', manual: 'segment-language.md' };
  const begins = Object.keys(screens).filter((each) => path === each || (each !== '/' && path.startsWith(each.endsWith('/') ? each : `${each}/`)));
  const longest = begins.toSorted((one, other) => other.length - one.length)[0];
  return longest === undefined ? nothing : (screens[longest] ?? nothing);
}
