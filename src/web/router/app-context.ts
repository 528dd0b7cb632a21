import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { NotFoundPage } from '../pages/errors/not-found-page.tsx';
import { ErrorPage } from '../pages/errors/error-page.tsx';

/** What every route may use before it is shown. */
export type AppContext = { readonly queryClient: QueryClient /** Paths that have a page. */; readonly pages: ReadonlySet<string> };

export const rootRoute = createRootRouteWithContext<AppContext>()({ notFoundComponent: NotFoundPage, errorComponent: ErrorPage });
