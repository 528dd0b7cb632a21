import { useQueryClient } from '@tanstack/react-query';
import { answer, client } from '../../../api/client.ts';
import { counted, key } from '../../../api/keys.ts';
import { useJobAction } from '../../../components/job/use-job-action.ts';

export type Act = {
  readonly act: 'approve' | 'stop' | 'roll-back' | 'score';
  readonly version?: number /** Also a version that does no better than what it stands beside. */;
  readonly anyway?: boolean;
};

/** Lets a version act, stop, or come back. Everybody is scored with it, so whatever counts people is stale afterwards. */
export function useAct(model: string) {
  const queryClient = useQueryClient();
  const action = useJobAction(({ act, ...body }: Act) => {
    const asked = { params: { path: { model } }, body };
    switch (act) {
      case 'approve':
        return answer(client.POST('/api/v1/predictions/{model}/approve', asked));
      case 'stop':
        return answer(client.POST('/api/v1/predictions/{model}/stop', asked));
      case 'roll-back':
        return answer(client.POST('/api/v1/predictions/{model}/roll-back', asked));
      case 'score':
        return answer(client.POST('/api/v1/predictions/{model}/score', asked));
    }
  });
  const over = () => {
    for (const area of [...counted, 'predictions' as const]) void queryClient.invalidateQueries({ queryKey: key(area) });
  };
  return { ...action, over };
}
