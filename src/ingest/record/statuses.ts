import type { Mapping, StatusReading } from '../../contract/index.ts';
import { type Fragment, join, sql } from '../../sql/index.ts';

/** Statuses that say that everything was given back, compared in the same way as those below. */
const refundedStatuses: readonly string[] = [
  'refunded',
  'fully-refunded',
  'erstattet',
  'rückerstattet',
  'zurückerstattet',
  'remboursé',
  'remboursée',
  'reembolsado',
  'reembolsada',
  'rimborsato',
  'rimborsata',
  'terugbetaald',
];

/** Statuses of orders that never became sales; presets add their own. Compared in lower case, `-` for blanks and underscores, without `wc-`. */
const voidStatuses: readonly string[] = [
  'cancelled',
  'canceled',
  'void',
  'voided',
  'test',
  'draft',
  'checkout-draft',
  'auto-draft',
  'trash',
  'failed',
  'declined',
  'denied',
  'rejected',
  'reversed',
  'no-show',
  'expired',
  'abandoned',
  'storniert',
  'annulé',
  'annulée',
  'cancelado',
  'cancelada',
  'annullato',
  'geannuleerd',
];

/** How a status is compared: lower case, `-` for blanks and underscores, without WooCommerce's `wc-`. */
export const plainStatus = (status: Fragment): Fragment => sql`regexp_replace(replace(replace(lower(trim(${status})), '_', '-'), ' ', '-'), '^wc-', '')`;

const plainWord = (word: string): string => word.trim().toLowerCase().replaceAll(/[_ ]/g, '-').replace(/^wc-/, '');

/** Whether a plain status is read so: as a person said of the word, else by the lists. A status that neither knows simply counts. */
export function readAs({ options }: Mapping, reading: Exclude<StatusReading, 'counts'>, status: Fragment): Fragment {
  const said = Object.entries(options.statuses ?? {}).map(([word, means]) => [plainWord(word), means] as const);
  const known = reading === 'refunded' ? refundedStatuses : [...voidStatuses, ...(options.voidStatuses ?? []).map(plainWord)];
  const others = new Set(said.map(([word]) => word));
  const words = [...known.filter((word) => !others.has(word)), ...said.filter(([, means]) => means === reading).map(([word]) => word)];
  return words.length === 0 ? sql`false` : sql`list_contains([${join(words.map((word) => sql`${word}`))}], ${status})`;
}
