import { redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import type { AppContext } from './app-context.ts';

type Entering = { readonly context: AppContext; readonly location: { readonly href: string; readonly pathname: string } };

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
      return { session };
  }
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
