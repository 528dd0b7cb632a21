import { lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { periodSearch } from './components/period/period.ts';
import { rootRoute } from './router/app-context.ts';
import { editSegmentSearch, newSegmentSearch } from './pages/segments/builder/builder-search.ts';
import { compareSearch } from './pages/compare/compare-search.ts';
import { overlapSearch } from './pages/overlap/overlap-search.ts';
import { segmentSearch } from './pages/segment/segment-search.ts';
import { gallerySearch } from './pages/segments/gallery/gallery-search.ts';
import { segmentsSearch } from './pages/segments/list/segments-search.ts';
import { customersSearch } from './pages/customers/customers-search.ts';
import { customerSearch } from './pages/customer/customer-search.ts';
import { actSearch } from './pages/act/act-search.ts';
import { dataSearch } from './pages/data/data-search.ts';
import { startSearch } from './pages/start/start-search.ts';
import { importsSearch, newImportSearch } from './pages/imports/import-search.ts';
import * as predict from './pages/predict/predict-search.ts';
import * as insights from './pages/insights/insights-search.ts';
import { outside, screen, shellRoute } from './router/screen.ts';

// Every page, one line each. Its state in the address is the zod schema `search`.
const nothing = z.object({});
// Only a path of this very application: never an address of another host.
const signInSearch = z.object({
  back: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
});

const inside = [
  screen('/', {
    title: 'home',
    texts: ['home', 'insights', 'start'],
    search: periodSearch,
    page: lazyRouteComponent(() => import('./pages/home/home-page.tsx'), 'HomePage'),
  }),
  screen('/start', {
    title: 'start',
    texts: ['start', 'imports', 'home'],
    search: startSearch,
    page: lazyRouteComponent(() => import('./pages/start/start-page.tsx'), 'StartPage'),
  }),
  screen('/imports', {
    title: 'imports',
    texts: 'imports',
    search: importsSearch,
    page: lazyRouteComponent(() => import('./pages/imports/imports-page.tsx'), 'ImportsPage'),
  }),
  screen('/imports/new', {
    title: 'imports',
    // What was brought in says at once what to do next, in the words of Home.
    texts: ['imports', 'home'],
    search: newImportSearch,
    page: lazyRouteComponent(() => import('./pages/imports/new-import-page.tsx'), 'NewImportPage'),
  }),
  screen('/sources', {
    title: 'sources',
    texts: 'sources',
    search: nothing,
    page: lazyRouteComponent(() => import('./pages/sources/sources-page.tsx'), 'SourcesPage'),
  }),
  screen('/sources/$slug', {
    title: 'sources',
    texts: 'sources',
    search: nothing,
    page: lazyRouteComponent(() => import('./pages/sources/source-page.tsx'), 'SourcePage'),
  }),
  screen('/insights', {
    title: 'insights',
    texts: 'insights',
    search: insights.overviewSearch,
    page: lazyRouteComponent(() => import('./pages/insights/overview/overview-page.tsx'), 'OverviewPage'),
  }),
  screen('/insights/rfm', {
    title: 'insights',
    texts: 'insights',
    search: insights.rfmSearch,
    page: lazyRouteComponent(() => import('./pages/insights/rfm/rfm-page.tsx'), 'RfmPage'),
  }),
  screen('/insights/cohorts', {
    title: 'insights',
    texts: 'insights',
    search: insights.cohortsSearch,
    page: lazyRouteComponent(() => import('./pages/insights/cohorts/cohorts-page.tsx'), 'CohortsPage'),
  }),
  screen('/insights/retention', {
    title: 'insights',
    texts: 'insights',
    search: insights.retentionSearch,
    page: lazyRouteComponent(() => import('./pages/insights/retention/retention-page.tsx'), 'RetentionPage'),
  }),
  screen('/insights/watch', {
    title: 'insights',
    texts: 'insights',
    search: insights.watchSearch,
    page: lazyRouteComponent(() => import('./pages/insights/watch/watch-page.tsx'), 'WatchPage'),
  }),
  screen('/insights/apart', {
    title: 'insights',
    texts: 'insights',
    search: insights.apartSearch,
    page: lazyRouteComponent(() => import('./pages/insights/apart/apart-page.tsx'), 'ApartPage'),
  }),
  screen('/insights/personas', {
    title: 'insights',
    texts: 'insights',
    search: nothing,
    page: lazyRouteComponent(() => import('./pages/insights/personas/personas-page.tsx'), 'PersonasPage'),
  }),
  screen('/insights/personas/$id', {
    title: 'insights',
    texts: 'insights',
    search: nothing,
    page: lazyRouteComponent(() => import('./pages/insights/personas/persona-page.tsx'), 'PersonaPage'),
  }),
  screen('/insights/flows', {
    title: 'insights',
    texts: 'insights',
    search: insights.flowsSearch,
    page: lazyRouteComponent(() => import('./pages/insights/flows/flows-page.tsx'), 'FlowsPage'),
  }),
  screen('/insights/concentration', {
    title: 'insights',
    texts: 'insights',
    search: insights.concentrationSearch,
    page: lazyRouteComponent(() => import('./pages/insights/concentration/concentration-page.tsx'), 'ConcentrationPage'),
  }),
  screen('/insights/products', {
    title: 'insights',
    texts: 'insights',
    search: insights.productsSearch,
    page: lazyRouteComponent(() => import('./pages/insights/products/products-page.tsx'), 'ProductsPage'),
  }),
  screen('/insights/rhythm', {
    title: 'insights',
    texts: 'insights',
    search: insights.rhythmSearch,
    page: lazyRouteComponent(() => import('./pages/insights/rhythm/rhythm-page.tsx'), 'RhythmPage'),
  }),
  screen('/insights/when', {
    title: 'insights',
    texts: 'insights',
    search: insights.whenSearch,
    page: lazyRouteComponent(() => import('./pages/insights/when/when-page.tsx'), 'WhenPage'),
  }),
  screen('/insights/where', {
    title: 'insights',
    texts: 'insights',
    search: insights.whereSearch,
    page: lazyRouteComponent(() => import('./pages/insights/where/where-page.tsx'), 'WherePage'),
  }),
  screen('/insights/crossing', {
    title: 'insights',
    texts: 'insights',
    search: insights.crossingSearch,
    page: lazyRouteComponent(() => import('./pages/insights/crossing/crossing-page.tsx'), 'CrossingPage'),
  }),
  screen('/insights/funnel', {
    title: 'insights',
    texts: 'insights',
    search: insights.funnelSearch,
    page: lazyRouteComponent(() => import('./pages/insights/funnel/funnel-page.tsx'), 'FunnelPage'),
  }),
  screen('/insights/paths', {
    title: 'insights',
    texts: 'insights',
    search: insights.pathsSearch,
    page: lazyRouteComponent(() => import('./pages/insights/paths/paths-page.tsx'), 'PathsPage'),
  }),
  screen('/insights/satisfaction', {
    title: 'insights',
    texts: 'insights',
    search: insights.satisfactionSearch,
    page: lazyRouteComponent(() => import('./pages/insights/satisfaction/satisfaction-page.tsx'), 'SatisfactionPage'),
  }),
  screen('/predict', {
    title: 'predict',
    texts: 'predict',
    search: predict.modelsSearch,
    page: lazyRouteComponent(() => import('./pages/predict/models/models-page.tsx'), 'ModelsPage'),
  }),
  screen('/predict/calls', {
    title: 'predict',
    texts: 'predict',
    search: predict.callsSearch,
    page: lazyRouteComponent(() => import('./pages/predict/calls/calls-page.tsx'), 'CallsPage'),
  }),
  screen('/predict/new', {
    title: 'predict',
    texts: 'predict',
    search: predict.newPredictionSearch,
    page: lazyRouteComponent(() => import('./pages/predict/new/new-prediction-page.tsx'), 'NewPredictionPage'),
  }),
  screen('/predict/models/$model', {
    title: 'predict',
    texts: 'predict',
    search: predict.modelSearch,
    page: lazyRouteComponent(() => import('./pages/predict/model/model-page.tsx'), 'ModelPage'),
  }),
  screen('/predict/groups', {
    title: 'predict',
    texts: 'predict',
    search: predict.groupsSearch,
    page: lazyRouteComponent(() => import('./pages/predict/groups/groups-page.tsx'), 'GroupsPage'),
  }),
  screen('/predict/offers', {
    title: 'predict',
    texts: 'predict',
    search: predict.offersSearch,
    page: lazyRouteComponent(() => import('./pages/predict/offers/offers-page.tsx'), 'OffersPage'),
  }),
  screen('/predict/offers/$product', {
    title: 'predict',
    texts: 'predict',
    search: predict.productSearch,
    page: lazyRouteComponent(() => import('./pages/predict/offers/product-page.tsx'), 'ProductPage'),
  }),
  screen('/predict/actions', {
    title: 'predict',
    // Whom an action is for is said by the builder's conditions.
    texts: ['predict', 'segments-builder'],
    search: nothing,
    page: lazyRouteComponent(() => import('./pages/predict/actions/actions-page.tsx'), 'ActionsPage'),
  }),
  screen('/predict/uplift', {
    title: 'predict',
    texts: 'predict',
    search: predict.upliftSearch,
    page: lazyRouteComponent(() => import('./pages/predict/uplift/uplift-page.tsx'), 'UpliftPage'),
  }),
  screen('/predict/subscriptions', {
    title: 'predict',
    texts: 'predict',
    search: predict.subscriptionsSearch,
    page: lazyRouteComponent(() => import('./pages/predict/subscriptions/subscriptions-page.tsx'), 'SubscriptionsPage'),
  }),
  screen('/predict/forecast', {
    title: 'predict',
    texts: 'predict',
    search: predict.forecastSearch,
    page: lazyRouteComponent(() => import('./pages/predict/forecast/forecast-page.tsx'), 'ForecastPage'),
  }),
  screen('/predict/settings', {
    title: 'predict',
    texts: 'predict',
    search: nothing,
    page: lazyRouteComponent(() => import('./pages/predict/settings/predict-settings-page.tsx'), 'PredictSettingsPage'),
  }),
  // What no other page answers to, with the navigation around it.
  screen('/$', {
    title: 'notFound',
    texts: 'common',
    search: nothing,
    page: lazyRouteComponent(() => import('./pages/errors/not-found-page.tsx'), 'NotFoundPage'),
  }),
  screen('/customers', {
    title: 'customers',
    texts: 'customers',
    search: customersSearch,
    page: lazyRouteComponent(() => import('./pages/customers/customers-page.tsx'), 'CustomersPage'),
  }),
  screen('/customers/$profile', {
    title: 'customers',
    texts: ['customer', 'customers', 'data'],
    search: customerSearch,
    page: lazyRouteComponent(() => import('./pages/customer/customer-page.tsx'), 'CustomerPage'),
  }),
  screen('/settings', {
    title: 'settings',
    texts: 'settings',
    search: nothing,
    page: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
  }),
  screen('/settings/$part', {
    title: 'settings',
    texts: 'settings',
    search: nothing,
    page: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
  }),
  screen('/act', {
    title: 'act',
    texts: ['act', 'settings'],
    search: actSearch,
    page: lazyRouteComponent(() => import('./pages/act/act-page.tsx'), 'ActPage'),
  }),
  screen('/act/slots/$slug', {
    title: 'act',
    texts: 'act',
    search: nothing,
    page: lazyRouteComponent(() => import('./pages/act/slot/slot-page.tsx'), 'SlotPage'),
  }),
  screen('/data', {
    title: 'data',
    texts: 'data',
    search: dataSearch,
    page: lazyRouteComponent(() => import('./pages/data/data-page.tsx'), 'DataPage'),
  }),
  screen('/segments', {
    title: 'segments',
    texts: 'segments-list',
    search: segmentsSearch,
    page: lazyRouteComponent(() => import('./pages/segments/list/segments-page.tsx'), 'SegmentsPage'),
  }),
  // No slug begins with this sign, so none of these hides a segment that is called so.
  screen('/segments/~templates', {
    title: 'segments',
    texts: 'segments-gallery',
    search: gallerySearch,
    page: lazyRouteComponent(() => import('./pages/segments/gallery/gallery-page.tsx'), 'GalleryPage'),
  }),
  screen('/segments/~new', {
    title: 'segments',
    texts: 'segments-builder',
    search: newSegmentSearch,
    page: lazyRouteComponent(() => import('./pages/segments/builder/new-segment-page.tsx'), 'NewSegmentPage'),
  }),
  screen('/segments/~compare', {
    title: 'segments',
    texts: 'segment',
    search: compareSearch,
    page: lazyRouteComponent(() => import('./pages/compare/compare-page.tsx'), 'ComparePage'),
  }),
  screen('/segments/~overlap', {
    title: 'segments',
    texts: 'segment',
    search: overlapSearch,
    page: lazyRouteComponent(() => import('./pages/overlap/overlap-page.tsx'), 'OverlapPage'),
  }),
  screen('/segments/$slug', {
    title: 'segments',
    texts: 'segment',
    search: segmentSearch,
    page: lazyRouteComponent(() => import('./pages/segment/segment-page.tsx'), 'SegmentPage'),
  }),
  screen('/segments/$slug/edit', {
    title: 'segments',
    texts: 'segments-builder',
    search: editSegmentSearch,
    page: lazyRouteComponent(() => import('./pages/segments/builder/edit-segment-page.tsx'), 'EditSegmentPage'),
  }),
];

/** Only while working on the application (`npm run web:dev`): every component and chart on one page. */
const workshop = import.meta.env.DEV
  ? [
      screen('/gallery', {
        title: 'gallery',
        texts: 'shell',
        search: periodSearch,
        page: lazyRouteComponent(() => import('./pages/gallery/gallery-page.tsx'), 'GalleryPage'),
      }),
    ]
  : [];

const before = [
  outside('/sign-in', {
    title: 'signIn',
    texts: 'sign-in',
    search: signInSearch,
    page: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
  }),
  outside('/welcome', {
    title: 'welcome',
    texts: 'sign-in',
    search: nothing,
    page: lazyRouteComponent(() => import('./pages/sign-in/welcome-page.tsx'), 'WelcomePage'),
  }),
  outside('/link', { title: 'link', texts: 'sign-in', search: nothing, page: lazyRouteComponent(() => import('./pages/sign-in/link-page.tsx'), 'LinkPage') }),
];

export const routeTree = rootRoute.addChildren([shellRoute.addChildren([...inside, ...workshop]), ...before]);
