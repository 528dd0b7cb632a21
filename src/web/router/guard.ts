import { redirect } from '@tanstack/react-router';
import { seenAsOf } from '../api/seen-as-of.ts';
import { sessionQuery } from '../api/session.ts';
import type { AppContext } from './app-context.ts';

type Entering = { readonly context: AppContext; readonly location: { readonly href: string; readonly pathname: string; readonly search: object } };

const start = '/start';

/** Once for each tab: whoever goes Home while the first import is still at work is not sent back to the beginning. */
function firstTime(): boolean {
  const seen = sessionStorage.getItem('clientele-begun') !== null;
  sessionStorage.setItem('clientele-begun', 'yes');
  return !seen;
}

/** Behind the sign-in: sends strangers to it, the first visitor to the welcome, and an empty workspace's owner to the start. */
export async function requireSession({ context, location }: Entering) {
  const session = await context.queryClient.ensureQueryData(sessionQuery);
  switch (session.kind) {
    case 'no-owner':
      throw redirect({ to: '/welcome' });
    case 'signed-out':
      throw redirect({ to: '/sign-in', search: { back: location.href === '/' ? undefined : location.href } });
    case 'signed-in':
      if (session.workspace.empty && location.pathname === '/' && context.pages.has(start) && firstTime()) throw redirect({ href: start });
      stayAsOf(location);
      return { session };
  }
}

/** Whoever looks from another day does so on every page until they go back to now. */
function stayAsOf({ href, search }: Entering['location']): void {
  if (seenAsOf === undefined || ('as_of' in search && search.as_of === seenAsOf)) return;
  const address = new URL(href, location.origin);
  address.searchParams.set('as_of', seenAsOf);
  throw redirect({ href: `${address.pathname}${address.search}${address.hash}`, replace: true });
}

/** Before the sign-in: nobody who is signed in needs to see it, and without an owner there is nothing to sign in to. */
export async function requireSignedOut({ context, location }: Entering): Promise<void> {
  const session = await context.queryClient.ensureQueryData(sessionQuery);
  // A link for a new password works for whoever has it, signed in or not.
  if (location.pathname === '/link') return;
  if (session.kind === 'signed-in') throw redirect({ to: '/' });
  if (session.kind === 'no-owner' && location.pathname !== '/welcome') throw redirect({ to: '/welcome' });
  if (session.kind === 'signed-out' && location.pathname === '/welcome') throw redirect({ to: '/sign-in' });
}
