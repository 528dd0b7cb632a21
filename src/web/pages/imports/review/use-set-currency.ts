import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

/** The business's currency, which may change until the first import. */
export function useSetCurrency() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (currency: string) => answer(client.PATCH('/api/v1/workspace', { body: { currency } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key('session') }),
  });
}
