import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, client, ifMatch } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import { useUndoToast } from '../../components/undo/use-undo-toast.ts';

type Change = {
  readonly freeze?: boolean;
  readonly thaw?: boolean;
  readonly restore?: number;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly unlist?: readonly string[];
};
type Edit = { readonly change: Change; readonly say: string; readonly undo?: Change };

/** Changes a segment where it still is as it was seen, says so, and offers the way back. */
export function useSegmentEdit(slug: string, etag: string) {
  const queryClient = useQueryClient();
  const say = useUndoToast();
  const patch = (change: Change, seen: string) => {
    const { include = [], exclude = [], unlist = [], ...rest } = change;
    return answer(
      client.PATCH('/api/v1/segments/{slug}', {
        params: { path: { slug } },
        body: { ...rest, include: [...include], exclude: [...exclude], unlist: [...unlist] },
        headers: ifMatch(seen),
      }),
    );
  };
  const refresh = () => queryClient.invalidateQueries({ queryKey: key('segments') });
  return useMutation({
    mutationFn: ({ change }: Edit) => patch(change, etag),
    onSettled: refresh,
    onSuccess: (_done, { say: message, undo }) => {
      const back = async () => {
        await patch(undo ?? {}, '');
        await refresh();
      };
      say({ message, undo: undo === undefined ? undefined : back });
    },
  });
}
