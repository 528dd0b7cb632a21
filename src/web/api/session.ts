import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, client } from './client.ts';
import { key } from './keys.ts';
import { isProblem } from './problem.ts';
import { seenAsOf } from './seen-as-of.ts';
import { sessionOf, type SessionState } from './session-state.ts';

// Of another day it has an address of its own: the page fetches that of now ahead, and a browser takes what it has.
const query = seenAsOf === undefined ? {} : { as_of: seenAsOf };

/** Who is signed in, and whether this workspace has an owner and any customers yet. */
export const sessionQuery = queryOptions({
  queryKey: key('session'),
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<SessionState> => {
    try {
      return sessionOf(await answer(client.GET('/api/v1/session', { params: { query }, signal })));
    } catch (error) {
      if (isProblem(error) && error.body.status === 401) return { kind: 'signed-out' };
      throw error;
    }
  },
});

export async function signIn(queryClient: QueryClient, credentials: { readonly email: string; readonly password: string }): Promise<void> {
  await client.POST('/api/v1/session', { body: credentials });
  queryClient.clear();
}

export async function signOut(queryClient: QueryClient): Promise<void> {
  await client.DELETE('/api/v1/session');
  queryClient.clear();
}

/** Possible only while nobody owns the workspace; signs the new owner in. */
export async function createFirstOwner(
  queryClient: QueryClient,
  owner: { readonly name: string; readonly email: string; readonly password: string },
): Promise<void> {
  await client.POST('/api/v1/session/owner', { body: owner });
  queryClient.clear();
}
