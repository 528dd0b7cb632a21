import { longAgo } from '../event-name.ts';
import { passed } from './amount.ts';

const ago = (days: number): string => (days >= longAgo ? 'none in a year' : `${passed(days)} ago`);

/** When an event last happened to somebody, beside what is usual of all whom the model learned from. */
export function lastEvent(event: string, days: number, usual: number | null, whom: string): { readonly value: string; readonly said: string } {
  const said = days >= longAgo ? `No “${event}” in a year` : `Last “${event}” ${ago(days)}`;
  const beside = usual === null ? '' : usual >= longAgo ? ` (usual among all ${whom}: none in a year)` : ` (half of all ${whom}: ${passed(usual)} or less)`;
  return { value: ago(days), said: `${said}${beside}` };
}

export const lastEventLabel = (event: string): string => `how long ago the last “${event}” was`;
export const longerAgo = (event: string): string => `The longer ago their last “${event}” was`;
