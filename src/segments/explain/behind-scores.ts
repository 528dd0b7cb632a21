import { defaultRfmGroups, type RfmGroup, type RfmSettings } from '../../profiles/index.ts';
import { join, sql } from '../../sql/index.ts';
import { amount } from './amount.ts';
import type { Asked } from './asked-customer.ts';

type Scored = { readonly r: number; readonly f: number; readonly m: number; readonly days: number; readonly orders: number; readonly spent: number };

const neverOrdered = 'They have not ordered; only those who have are scored.';

/** The three scores and what each goes by. */
export async function behindScores(customer: Asked, currency: string): Promise<string> {
  const own = await scored(customer);
  return own === undefined ? neverOrdered : scoresInWords(own, currency);
}

/** The scores, and which of them make the groups that are asked for, in days and orders of this shop. */
export async function behindGroup(customer: Asked, currency: string, settings: RfmSettings | undefined, asked: readonly string[]): Promise<string> {
  const own = await scored(customer);
  const groups = (settings?.groups ?? defaultRfmGroups).filter(({ name }) => asked.some((value) => value.toLowerCase() === name.toLowerCase()));
  const limits = await limitsOf(customer, settings);
  return [own === undefined ? neverOrdered : scoresInWords(own, currency), ...groups.map((group) => groupInWords(group, limits))].join(' ');
}

async function scored({ warehouse, features, profile }: Asked): Promise<Scored | undefined> {
  return warehouse.row<Scored>(sql`select rfm_r as r, rfm_f as f, rfm_m as m, floor(days_since_last_order)::INTEGER as days, orders_count as orders, total_spent::DOUBLE as spent
    from ${features} where profile = ${profile} and rfm_r is not null`);
}

const scoresInWords = ({ r, f, m, days, orders, spent }: Scored, currency: string): string =>
  `R ${r} of 5 (last order ${counted(days, 'day')} ago), F ${f} (${counted(orders, 'order')}), M ${m} (${amount(spent, currency)} spent).`;

/** By score: most days since the last order, fewest orders. */
type Limits = { readonly days: ReadonlyMap<number, number>; readonly orders: ReadonlyMap<number, number> };

const scores = [2, 3, 4, 5] as const;

/** As the workspace set them, else as the customers of now divide: scores then go by rank. */
async function limitsOf({ warehouse, features }: Asked, settings: RfmSettings | undefined): Promise<Limits> {
  const rows = await warehouse.rows<{ score: number; days: number | null; orders: number | null }>(sql`
    select score, max(floor(days_since_last_order)) filter (where rfm_r >= score)::INTEGER as days, min(orders_count) filter (where rfm_f >= score)::INTEGER as orders
    from ${features}, (select unnest([${join(scores.map((score) => sql`${score}`))}]) as score) where rfm_r is not null group by score`);
  const found = (cuts: readonly number[] | undefined, of: 'days' | 'orders'): ReadonlyMap<number, number> =>
    new Map(
      scores.flatMap((score, index): readonly [number, number][] => {
        const limit = cuts === undefined ? rows.find((row) => row.score === score)?.[of] : cuts[of === 'days' ? scores.length - 1 - index : index];
        return limit === undefined || limit === null ? [] : [[score, limit]];
      }),
    );
  return { days: found(settings?.recencyDays, 'days'), orders: found(settings?.orders, 'orders') };
}

function groupInWords({ name, r, f }: RfmGroup, { days, orders }: Limits): string {
  const said = [
    recency(days.get(r[0]), days.get(r[1] + 1)),
    bound(orders.get(f[0]), (limit) => `at least ${counted(limit, 'order')}`),
    bound(orders.get(f[1] + 1), (limit) => `fewer than ${counted(limit, 'order')}`),
  ].flat();
  return `${name} is R ${range(r)} and F ${range(f)}${said.length === 0 ? '' : `: now ${said.join(', ')}`}.`;
}

function recency(most: number | undefined, above: number | undefined): readonly string[] {
  const said = [...bound(above, (limit) => `more than ${counted(limit, 'day')}`), ...bound(most, (limit) => `at most ${counted(limit, 'day')}`)];
  return said.length === 0 ? [] : [`a last order ${said.join(' and ')} ago`];
}

const counted = (count: number, noun: string): string => `${count} ${count === 1 ? noun : `${noun}s`}`;
const bound = (limit: number | undefined, words: (limit: number) => string): readonly string[] => (limit === undefined ? [] : [words(limit)]);
const range = ([least, most]: readonly [number, number]): string => (least === most ? String(least) : `${least} to ${most}`);
