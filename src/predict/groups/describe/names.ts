import { categoryOf } from '../habits/names.ts';
import { type Distinction, havingIt } from './distinction.ts';

/** What an owner would call customers with much, or little, of something. */
const calledBy: Readonly<Record<string, readonly [high: string, low: string]>> = {
  days_since_last_order: ['long gone', 'recently here'],
  days_since_first_order: ['old customers', 'new customers'],
  orders_count: ['frequent buyers', 'one or few orders'],
  orders_last_12_months: ['frequent buyers this year', 'quiet this year'],
  total_spent: ['big spenders', 'small spenders'],
  spent_last_12_months: ['big spenders this year', 'little spent this year'],
  average_order_value: ['large baskets', 'small baskets'],
  median_days_between_orders: ['long pauses', 'short pauses'],
  mean_days_between_orders: ['long pauses', 'short pauses'],
  discount_share: ['discount lovers', 'full price'],
  return_share: ['send much back', 'keep what they buy'],
  returns_count: ['send much back', 'keep what they buy'],
  items_count: ['many pieces', 'few pieces'],
  distinct_products: ['wide taste', 'few favourites'],
  distinct_categories: ['many categories', 'one category'],
  emails_opened_90d: ['read e-mails', 'ignore e-mails'],
  emails_clicked_90d: ['click in e-mails', 'ignore e-mails'],
  visits_30d: ['often on the site', 'seldom on the site'],
  events_count: ['much activity', 'little activity'],
  average_rating: ['pleased', 'displeased'],
  age: ['older', 'younger'],
};

/** A name for each group from what sets it apart most, no two alike. */
export function groupNames(groups: readonly (readonly Distinction[])[]): readonly string[] {
  const taken = new Set<string>();
  return groups.map((distinctions, group) => {
    const words = [...new Set(distinctions.map(wordsOf))];
    for (let count = Math.min(2, words.length); count <= Math.min(4, words.length); count += 1) {
      const name = capital(words.slice(0, count).join(', '));
      if (name === '' || taken.has(name)) continue;
      taken.add(name);
      return name;
    }
    const plain = words.length === 0 ? 'In the middle' : capital(words.slice(0, 2).join(', '));
    const name = taken.has(plain) ? `${plain} (${group + 1})` : plain;
    taken.add(name);
    return name;
  });
}

function wordsOf(own: Distinction): string {
  if (own.kind === 'category' && own.level === havingIt) return `${own.effect > 0 ? '' : 'no '}${own.column.replaceAll('_', ' ')}`;
  if (own.kind === 'category') return own.effect > 0 ? `${own.column.replaceAll('_', ' ')} ${own.level}` : `seldom ${own.level}`;
  const category = categoryOf(own.column);
  if (category !== undefined) return own.effect > 0 ? `much ${category}` : `little ${category}`;
  const [high, low] = calledBy[own.column] ?? [`high ${own.column.replaceAll('_', ' ')}`, `low ${own.column.replaceAll('_', ' ')}`];
  return own.effect > 0 ? high : low;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
