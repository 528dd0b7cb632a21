import { useQueryClient } from '@tanstack/react-query';
import { counted, key } from '../../api/keys.ts';

/** After definitions have changed everything that is counted is another, and the settings themselves. */
export function useChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([...counted, 'settings' as const, 'session' as const].map((area) => queryClient.invalidateQueries({ queryKey: key(area) })));
  };
}
