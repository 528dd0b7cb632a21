import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** One address for each route that has parameters or shows little without a search; the picture's name where one is kept. */
const examples: Readonly<Record<string, readonly { readonly path: string; readonly picture?: string }[]>> = {
  '/': [{ path: '/', picture: 'home' }],
  '/start': [{ path: '/start', picture: 'start' }],
  '/imports': [{ path: '/imports', picture: 'imports' }, ...['sources', 'schedules', 'mappings'].map((show) => ({ path: `/imports?show=${show}` }))],
  '/imports/new': [{ path: '/imports/new', picture: 'import' }],
  '/insights': [{ path: '/insights', picture: 'insights' }],
  '/insights/rfm': [{ path: '/insights/rfm', picture: 'insights-rfm' }],
  '/insights/cohorts': [{ path: '/insights/cohorts', picture: 'insights-cohorts' }],
  '/insights/concentration': [{ path: '/insights/concentration', picture: 'insights-concentration' }],
  '/insights/products': [{ path: '/insights/products', picture: 'insights-products' }],
  '/insights/where': [{ path: '/insights/where', picture: 'insights-where' }],
  '/insights/paths': [{ path: '/insights/paths', picture: 'insights-paths' }],
  // With models that have learnt, these are pictured by predict.test.ts.
  '/predict': [{ path: '/predict' }],
  '/predict/calls': [{ path: '/predict/calls' }],
  '/predict/groups': [{ path: '/predict/groups' }],
  '/predict/offers': [{ path: '/predict/offers' }],
  '/predict/models/$model': [{ path: '/predict/models/value' }],
  // What somebody made, since the example shop has none: every-screen.test.ts makes both, and fills in the number of the persona.
  '/insights/personas/$id': [{ path: '/insights/personas/{persona}', picture: 'insights-persona' }],
  '/act/slots/$slug': [{ path: '/act/slots/home-banner', picture: 'slot' }],
  '/act': [{ path: '/act' }, ...['slots', 'decisions', 'webhooks'].map((part) => ({ path: `/act?part=${part}`, picture: `act-${part}` }))],
  '/data': [{ path: '/data', picture: 'data' }, ...['duplicates', 'merges', 'catalogue', 'doctor'].map((part) => ({ path: `/data?part=${part}` }))],
  '/predict/forecast': [{ path: '/predict/forecast', picture: 'predict-forecast' }],
  '/predict/uplift': [{ path: '/predict/uplift' }, { path: '/predict/uplift?treated=champions&since=2026-04-01&days=28', picture: 'predict-uplift' }],
  '/predict/actions': [{ path: '/predict/actions', picture: 'predict-actions' }],
  '/insights/satisfaction': [{ path: `/insights/satisfaction?segments=${encodeURIComponent('["champions"]')}`, picture: 'insights-satisfaction' }],
  '/insights/funnel': [{ path: '/insights/funnel', picture: 'insights-funnel' }, { path: `/insights/funnel?segments=${encodeURIComponent('["champions"]')}` }],
  '/predict/offers/$product': [{ path: '/predict/offers/DG-E04' }],
  '/$': [{ path: '/no/such/page' }],
  // Shows its first part.
  '/settings': [{ path: '/settings' }],
  '/customers': [{ path: '/customers', picture: 'customers' }],
  // The one with the most orders, so that every chart of the page is drawn.
  '/customers/$profile': [{ path: '/customers/417', picture: 'customer' }],
  '/sources': [{ path: '/sources', picture: 'sources' }],
  '/sources/$slug': [{ path: '/sources/website', picture: 'source' }],
  '/segments': [{ path: '/segments', picture: 'segments' }],
  '/segments/~templates': [{ path: '/segments/~templates', picture: 'templates' }],
  '/segments/~new': [{ path: `/segments/~new?view=both&text=${encodeURIComponent('orders >= 3 and days since last order > 60')}`, picture: 'builder' }],
  '/segments/~compare': [{ path: '/segments/~compare?slugs=champions,at-risk', picture: 'compare' }],
  '/segments/$slug': [
    { path: '/segments/champions', picture: 'segment' },
    ...['members', 'makeup', 'measures', 'history'].map((tab) => ({ path: `/segments/champions?tab=${tab}` })),
  ],
  '/segments/$slug/edit': [{ path: '/segments/champions/edit', picture: 'segment-edit' }],
  '/settings/$part': ['business', 'lifecycle', 'scores', 'people', 'keys', 'account', 'upkeep'].map((part) => ({
    path: `/settings/${part}`,
    picture: `settings-${part}`,
  })),
};

const outside: ReadonlySet<string> = new Set(['/sign-in', '/welcome', '/link']);
const workshop: ReadonlySet<string> = new Set(['/gallery']);

/** Every address of the application behind the sign-in, read from its list of routes; one with a parameter that has no example fails. */
export function insideAddresses(): readonly { readonly path: string; readonly picture?: string }[] {
  const list = readFileSync(resolve(import.meta.dirname, '../../src/web/routes.ts'), 'utf8');
  const routes = [...list.matchAll(/\b(?:screen|outside)\('([^']+)'/g)].map(([, path]) => path ?? '');
  return routes
    .filter((path) => !outside.has(path) && !workshop.has(path))
    .flatMap((path) => {
      const known = examples[path];
      if (known === undefined && path.includes('$')) throw new Error(`${path} has no example address in test/browser/addresses.ts`);
      return known ?? [{ path, picture: path.slice(1).replaceAll('/', '-') }];
    });
}
