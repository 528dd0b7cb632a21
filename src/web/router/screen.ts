import { type AsyncRouteComponent, createRoute, retainSearchParams } from '@tanstack/react-router';
import { z } from 'zod';
import type { TextsOf } from '../texts/catalogue.ts';
import { loadTexts } from '../texts/start-texts.ts';
import { rootRoute } from './app-context.ts';
import type { PageTitle } from './page-title.ts';
import { requireSession, requireSignedOut } from './guard.ts';
import { type SearchSchema, searchOf } from './search-of.ts';
import { Shell } from '../shell/shell.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page's name in the texts of the shell: title of the window, and which part of the navigation is lit. */
    readonly title?: PageTitle;
    /** Its catalogues, for whoever fetches them ahead. */
    readonly texts?: readonly TextsOf[];
  }
}

const seenSearch = z.object({ as_of: z.string().max(40).optional().catch(undefined) });

type Options<Search extends SearchSchema> = {
  readonly title: PageTitle;
  /** Its catalogues: its own, and those of parts it shares with another screen. */
  readonly texts: TextsOf | readonly TextsOf[];
  /** The state of the screen that stands in its address: give every field a `.catch()`, so that no address fails. */
  readonly search: Search;
  readonly page: AsyncRouteComponent<Record<string, never>>;
};

/** Everything behind the sign-in: navigation, top bar and the page. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  validateSearch: searchOf(seenSearch),
  // Every link leads on as of the day that is looked from.
  search: { middlewares: [retainSearchParams(['as_of'])] },
  beforeLoad: requireSession,
  component: Shell,
});

/** One page of the shell, fetched with its texts when it is first opened. */
export function screen<const Path extends string, Search extends SearchSchema>(path: Path, { title, texts, search, page }: Options<Search>) {
  return createRoute({
    getParentRoute: () => shellRoute,
    path,
    validateSearch: searchOf(search),
    staticData: { title, texts: [texts].flat() },
    loader: () => Promise.all([texts].flat().map(loadTexts)),
    component: page,
  });
}

/** A page that is shown to people who are not signed in. */
export function outside<const Path extends string, Search extends SearchSchema>(path: Path, { title, texts, search, page }: Options<Search>) {
  return createRoute({
    getParentRoute: () => rootRoute,
    path,
    validateSearch: searchOf(search),
    staticData: { title, texts: [texts].flat() },
    beforeLoad: requireSignedOut,
    loader: () => Promise.all([texts].flat().map(loadTexts)),
    component: page,
  });
}
