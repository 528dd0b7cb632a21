import type { WhenTheyBuyAnswer } from '../../contract/schemas.ts';
import { sql } from '../../sql/index.ts';
import { attribute, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { buyingTimes } from '../figures/buying-times.ts';
import { batchWords } from './batch-words.ts';
import { counted, share, weekdays } from '../report/words.ts';

/** Orders by weekday and hour of the workspace's clock, and customers by their favourite of each. One pass over the orders, two over the features. */
export async function whenTheyBuy(context: InsightContext): Promise<WhenTheyBuyAnswer> {
  const { warehouse, workspace, at, features, asOf } = context;
  const { hours: hoursKnown, cells, days: perDay, untimed, batches } = await buyingTimes({ warehouse, workspace, moment: at });
  const byDay = await warehouse.rows<{ day: string; people: number }>(
    sql`select favourite_weekday as day, count(*)::INTEGER as people from ${features} where favourite_weekday is not null group by favourite_weekday`,
  );
  const byHour = await warehouse.rows<{ hour: number; people: number }>(
    sql`select favourite_hour::INTEGER as hour, count(*)::INTEGER as people from ${features} where favourite_hour is not null group by favourite_hour`,
  );
  const sums = (of: typeof cells) => ({ orders: of.reduce((sum, cell) => sum + cell.orders, 0), revenue: of.reduce((sum, cell) => sum + cell.revenue, 0) });
  const days = weekdays.map((name, index) => ({
    weekday: index + 1,
    name,
    orders: perDay[index]?.orders ?? 0,
    revenue: perDay[index]?.revenue ?? 0,
    people: byDay.find(({ day }) => day === name)?.people ?? 0,
    expression: text(attribute('favourite_weekday', '=', name)),
  }));
  return {
    as_of: asOf,
    sentence: `${sentenceOf(days, cells, hoursKnown)}${batchWords(batches)}`,
    how: `Orders on the clock of ${workspace.zone}. People by the weekday and the hour of most of their orders; ties go to the one they ordered at last.${untimed === 0 ? '' : ` Of ${counted(untimed, 'order')} only the date is known: ${untimed === 1 ? 'it has' : 'they have'} a weekday and no hour.`}`,
    zone: workspace.zone,
    hours_known: hoursKnown,
    cells: cells.map(({ weekday, hour, orders, revenue }) => ({ weekday, hour, orders, revenue })),
    weekdays: days,
    hours: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      ...sums(cells.filter((cell) => cell.hour === hour)),
      people: byHour.find((row) => row.hour === hour)?.people ?? 0,
      expression: text(attribute('favourite_hour', '=', hour)),
    })),
  };
}

function sentenceOf(days: WhenTheyBuyAnswer['weekdays'], cells: Readonly<WhenTheyBuyAnswer['cells']>, hoursKnown: boolean): string {
  const orders = days.reduce((sum, day) => sum + day.orders, 0);
  const [busiest] = days.toSorted((a, b) => b.orders - a.orders);
  const [peak] = cells.toSorted((a, b) => b.orders - a.orders);
  if (orders === 0 || busiest === undefined) return 'Nobody has ordered yet.';
  const hour =
    hoursKnown && peak !== undefined ? ` The busiest hour of the week is ${weekdays[peak.weekday - 1] ?? ''} from ${peak.hour}:00 to ${peak.hour + 1}:00.` : '';
  return `${busiest.name} is the busiest day: ${share(busiest.orders / orders)} of orders.${hour}`;
}
