import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { ErrorPage } from '../pages/errors/error-page.tsx';
import { NotFoundPage } from '../pages/errors/not-found-page.tsx';
import { routeTree } from '../routes.ts';

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

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
