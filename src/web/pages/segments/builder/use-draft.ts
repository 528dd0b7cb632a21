import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { SegmentDraft } from '../../../../contract/index.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export type DraftToKeep = Omit<SegmentDraft, 'key' | 'updated_at'>;
export type DraftState = 'clean' | 'saving' | 'kept' | 'failed';

const pause = 700;

/** Keeps what is being written as this person's draft, a moment after each change; one save at a time, the newest last. */
export function useDraft(draftKey: string, content: DraftToKeep, changed: boolean): DraftState {
  const queryClient = useQueryClient();
  const [kept, setKept] = useState<string | undefined>();
  const [failed, setFailed] = useState<string | undefined>();
  const written = JSON.stringify(content);
  const [settled] = useDebouncedValue(written, pause);
  const wanted = useRef<string | undefined>(undefined);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    if (!changed || settled === wanted.current) return;
    wanted.current = settled;
    const before = turn.current;
    const keep = async () => {
      await before;
      // Something newer is waiting its turn.
      if (wanted.current !== settled) return;
      try {
        const body = JSON.parse(settled) as DraftToKeep;
        const draft = await answer(client.PUT('/api/v1/drafts/{key}', { params: { path: { key: draftKey } }, body }));
        queryClient.setQueryData(key('segments', 'draft', draftKey), draft);
        void queryClient.invalidateQueries({ queryKey: key('segments', 'drafts') });
        setKept(settled);
      } catch {
        wanted.current = undefined;
        setFailed(settled);
      }
    };
    turn.current = keep();
  }, [settled, changed, draftKey, queryClient]);
  if (!changed) return 'clean';
  if (written === kept) return 'kept';
  return written === failed ? 'failed' : 'saving';
}
