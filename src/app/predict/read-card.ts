import type { ValueDetails, WrittenCard } from '../../contract/index.ts';
import { type StoredModel, valueFigures } from '../../predict/index.ts';

/** What a stored version's card says. Value cards of the first versions had all their parts side by side. */
export function readCard({ card, method, seed }: Pick<StoredModel, 'card' | 'method' | 'seed'>): WrittenCard {
  const found = card as WrittenCard | EarlyCard;
  if ('details' in found) return found;
  const { data, candidates, parameters, hold_out, totals, intervals, ...rest } = found;
  return {
    ...rest,
    kind: 'value',
    question: rest.title,
    horizon_days: 365,
    seed,
    method: rest.method === '' ? method : rest.method,
    seen: `${data.customers.toLocaleString('en-GB')} customers and their orders.`,
    quality: valueFigures(hold_out),
    drivers: [],
    fairness: [],
    details: { kind: 'value', data, candidates, parameters, hold_out, totals, intervals },
  };
}

/** Why it was trained by itself; null where somebody asked for it. */
export const becauseOf = ({ card }: Pick<StoredModel, 'card'>): string | null => (card as { readonly because?: string }).because ?? null;

type EarlyCard = Omit<WrittenCard, 'kind' | 'question' | 'horizon_days' | 'seed' | 'seen' | 'quality' | 'drivers' | 'fairness' | 'details'> &
  Omit<ValueDetails, 'kind'>;
