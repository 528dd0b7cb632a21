import { useQuery } from '@tanstack/react-query';
import type { SignedIn, WorkspaceFacts } from '../api/session-state.ts';
import { sessionQuery } from '../api/session.ts';

const unknownWorkspace: WorkspaceFacts = Object.freeze({
  name: '',
  currency: 'GBP',
  zone: 'UTC',
  empty: true,
  asOf: null,
  refreshed: true,
  endsLongAgo: null,
  version: '',
});

/** Outside the sign-in nothing is known of the workspace. */
export function useWorkspace(): WorkspaceFacts {
  const { data } = useQuery(sessionQuery);
  return data?.kind === 'signed-in' ? data.workspace : unknownWorkspace;
}

export function usePerson(): SignedIn['person'] | undefined {
  const { data } = useQuery(sessionQuery);
  return data?.kind === 'signed-in' ? data.person : undefined;
}
