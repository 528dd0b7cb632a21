import { useWorkspace } from '../use-workspace.ts';
import { createFormatters, type Formatters } from './formatters.ts';

/** One set for each place: a table asks for it in every cell. */
const known = new Map<string, Formatters>();

/** Formatters of this person's language and this workspace's currency and time zone. */
export function useFormat(): Formatters {
  const { currency, zone } = useWorkspace();
  const place = { locale: navigator.language, currency, zone };
  const name = Object.values(place).join(' ');
  const formatters = known.get(name) ?? createFormatters(place);
  known.set(name, formatters);
  return formatters;
}
