import { lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from './router/app-context.ts';
import { outside, screen, shellRoute } from './router/screen.ts';

// Every page, one line each. Its state in the address is the zod schema `search`.
const nothing = z.object({});
const signInSearch = z.object({ back: z.string().startsWith('/').optional().catch(undefined) });

const inside = [
  screen('/', { title: 'home', texts: 'home', search: nothing, page: lazyRouteComponent(() => import('./pages/home/home-page.tsx'), 'HomePage') }),
];

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
];

export const routeTree = rootRoute.addChildren([shellRoute.addChildren(inside), ...before]);
