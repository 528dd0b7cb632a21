import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { useUndoToast } from '../../components/undo/use-undo-toast.ts';
import type { Pair } from './use-decide.ts';

/** One word on several pairs, all or none; the message that tells of it takes all of it back. */
export function useDecideSeveral(onDone: () => void) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const toast = useUndoToast();
  const queryClient = useQueryClient();
  const changed = () => queryClient.invalidateQueries();
  return useMutation({
    mutationFn: ({ pairs, same }: { readonly pairs: readonly Pair[]; readonly same: boolean }) =>
      answer(client.POST('/api/v1/duplicates/decisions', { body: { same, pairs: pairs.map(({ a, b }) => ({ one: a.profile, other: b.profile })) } })),
    onSuccess: async ({ decision, pairs, fewer }, { same }) => {
      onDone();
      await changed();
      const count = { count: pairs, formatted: format.count(pairs) };
      toast({
        message: same ? t('duplicates.allMerged', { ...count, fewer: format.count(fewer) }) : t('duplicates.allApart', count),
        undo: async () => (await answer(client.DELETE('/api/v1/duplicates/decisions/{id}', { params: { path: { id: decision } } })), changed()),
      });
    },
  });
}
