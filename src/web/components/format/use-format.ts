import { useMemo } from 'react';
import { useWorkspace } from '../use-workspace.ts';
import { createFormatters, type Formatters } from './formatters.ts';

/** Formatters of this person's language and this workspace's currency and time zone. */
export function useFormat(): Formatters {
  const { currency, zone } = useWorkspace();
  return useMemo(() => createFormatters({ locale: navigator.language, currency, zone }), [currency, zone]);
}
