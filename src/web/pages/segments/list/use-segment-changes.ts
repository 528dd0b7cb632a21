import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { useUndoToast } from '../../../components/undo/use-undo-toast.ts';

/** What the list changes; each says what it did and can be taken back. */
export function useSegmentChanges() {
  const { t } = useTranslation('segments-list');
  const queryClient = useQueryClient();
  const say = useUndoToast();
  const refresh = () => queryClient.invalidateQueries({ queryKey: key('segments') });
  const undone = (work: () => Promise<unknown>) => async () => {
    await work();
    await refresh();
  };
  const put = (slugs: readonly string[], folder: string) => answer(client.POST('/api/v1/segment-moves', { body: { slugs: [...slugs], folder } }));

  const move = useMutation({
    mutationFn: ({ slugs, folder }: { readonly slugs: readonly string[]; readonly folder: string }) => put(slugs, folder),
    onSuccess: async ({ items }, { folder }) => {
      await refresh();
      const moved = items.filter((item) => item.folder !== folder);
      if (moved.length === 0) return;
      const back = async () => {
        for (const { slug, folder: before } of moved) await put([slug], before);
      };
      say({ message: t('moved', { count: moved.length, folder: folder === '' ? t('noFolder') : folder }), undo: undone(back) });
    },
  });
  const remove = useMutation({
    mutationFn: async (slugs: readonly string[]) => {
      const gone: string[] = [];
      // One after the other: a segment that another uses can't go before it.
      for (const slug of slugs) gone.push((await answer(client.DELETE('/api/v1/segments/{slug}', { params: { path: { slug } } }))).slug);
      return gone;
    },
    onSettled: refresh,
    onSuccess: (gone) => {
      const back = async () => {
        for (const slug of gone.toReversed()) await answer(client.POST('/api/v1/segments/{slug}/undelete', { params: { path: { slug } } }));
      };
      say({ message: t('deleted', { count: gone.length }), undo: undone(back) });
    },
  });
  const createFolder = useMutation({ mutationFn: (name: string) => answer(client.POST('/api/v1/segment-folders', { body: { name } })), onSuccess: refresh });
  const renameFolder = useMutation({
    mutationFn: ({ from, to }: { readonly from: string; readonly to: string }) =>
      answer(client.PATCH('/api/v1/segment-folders/{name}', { params: { path: { name: from } }, body: { name: to } })),
    onSuccess: refresh,
  });
  const deleteFolder = useMutation({
    mutationFn: (name: string) => answer(client.DELETE('/api/v1/segment-folders/{name}', { params: { path: { name } } })),
    onSuccess: refresh,
  });
  return { move, remove, createFolder, renameFolder, deleteFolder };
}

export type SegmentChanges = ReturnType<typeof useSegmentChanges>;
