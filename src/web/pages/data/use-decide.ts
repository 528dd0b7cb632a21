import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import type { paths } from '../../api/schema.ts';
import { useUndoToast } from '../../components/undo/use-undo-toast.ts';

export type Pair = paths['/api/v1/duplicates']['get']['responses'][200]['content']['application/json']['items'][number];

type Two = { readonly a: { readonly profile: number }; readonly b: { readonly profile: number } };

/** The two answers to a pair that is probably one customer. A merge can be taken back from the message that tells of it. */
export function useDecide(pair: Two | undefined, onMerged?: (profile: number | null) => void) {
  const { t } = useTranslation('data');
  const toast = useUndoToast();
  const queryClient = useQueryClient();
  const changed = () => queryClient.invalidateQueries();
  const body = { one: `#${pair?.a.profile}`, other: `#${pair?.b.profile}` };
  const same = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/merges', { body })),
    onSuccess: async ({ profile }) => {
      const { items } = await answer(client.GET('/api/v1/merges'));
      const merge = items.find(({ undone_at: undone }) => undone === null)?.merge;
      onMerged?.(profile);
      await changed();
      toast({
        message: t('duplicates.merged'),
        undo:
          merge === undefined
            ? undefined
            : async () => (await answer(client.DELETE('/api/v1/merges/{id}', { params: { path: { id: String(merge) } } })), changed()),
      });
    },
  });
  const apart = useMutation({ mutationFn: () => answer(client.POST('/api/v1/duplicates/apart', { body })), onSuccess: changed });
  return { same, apart, busy: same.isPending || apart.isPending };
}
