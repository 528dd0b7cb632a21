import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { ErrorPage } from '../pages/errors/error-page.tsx';
import { NotFoundPage } from '../pages/errors/not-found-page.tsx';
import { routeTree } from '../routes.ts';
import { loadTexts } from '../texts/start-texts.ts';

export function createAppRouter(queryClient: QueryClient) {
  const pages = new Set<string>();
  const router = createRouter({
    routeTree,
    context: { queryClient, pages },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    // Skeletons only beyond 150 ms, and no flicker once shown.
    defaultPendingMs: 150,
    defaultPendingMinMs: 200,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
  for (const path of Object.keys(router.routesByPath)) pages.add(path);
  return router;
}

/**
 * Fetches the page that the address asks for, and its words, while the server is still asked who is signed in. What can't be fetched here
 * is said by the page itself, which asks again.
 */
export function fetchAhead(router: ReturnType<typeof createAppRouter>): void {
  const [matched] = router.getMatchedRoutes(location.pathname);
  for (const route of matched) {
    const texts = (route.options.staticData?.texts ?? []).map(loadTexts);
    void Promise.allSettled([Promise.resolve(router.loadRouteChunk(route)), ...texts]);
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
