import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onSignedOut } from '../api/send.ts';
import { sessionQuery } from '../api/session.ts';

/** When an answer says that the session has ended, the guard of the routes leads to the sign-in and back to the same page. */
export function useSignedOut(): void {
  const queryClient = useQueryClient();
  const router = useRouter();
  useEffect(
    () =>
      onSignedOut(() => {
        queryClient.setQueryData(sessionQuery.queryKey, { kind: 'signed-out' });
        void router.invalidate();
      }),
    [queryClient, router],
  );
}
