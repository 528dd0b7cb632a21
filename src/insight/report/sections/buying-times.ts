import type { ReportData } from '../../../contract/index.ts';
import { barChart } from '../../charts/bars.ts';
import { level } from '../../charts/colours.ts';
import { heatChart } from '../../charts/heat.ts';
import { batchWords } from '../../habits/batch-words.ts';
import type { Html } from '../html.ts';
import { behind, panel, table } from '../parts.ts';
import { count, counted, share, type Words, weekdays } from '../words.ts';

/** On which days and at what hours people order. */
export function buyingTimes(data: ReportData, words: Words): Html {
  const { cells, hours, days, untimed, batches } = data.buyingTimes;
  const total = days.reduce((sum, day) => sum + day.orders, 0);
  if (total === 0) return panel('times', 'When people buy', 'There are no orders yet.');
  const perDay = days.map((each) => ({ ...each, day: weekdays[each.weekday - 1] ?? '' }));
  const busiest = [...perDay].sort((a, b) => b.orders - a.orders)[0];
  const most = Math.max(...cells.map((cell) => cell.orders));
  const peak = cells.find((cell) => cell.orders === most);
  const finding = `${busiest?.day ?? ''} is the busiest day with ${share((busiest?.orders ?? 0) / total)} of orders${hours && peak !== undefined ? `; the busiest hour is ${weekdays[peak.weekday - 1] ?? ''}, ${peak.hour} to ${peak.hour + 1} o'clock` : ''}.`;
  const chart = hours
    ? heatChart({
        id: 'times-map',
        title: 'Orders by weekday and hour of the day; darker is more',
        width: 1030,
        columns: Array.from({ length: 24 }, (_, hour) => String(hour)),
        rows: weekdays.map((day) => day.slice(0, 3)),
        rowHeight: 26,
        columnTitle: `hour of the day (${data.zone})`,
        narrowLabels: false,
        cells: cells.map((cell) => ({ x: cell.hour, y: cell.weekday - 1, level: level(cell.orders, most), label: '' })),
      })
    : barChart(
        'times-bars',
        'Orders by weekday',
        perDay.map((each) => ({ name: each.day, value: each.orders, label: count(each.orders) })),
        1030,
      );
  const numbers = table(
    'Orders by weekday',
    [
      { title: 'Day', cell: (each: (typeof perDay)[number]) => each.day },
      { title: 'Orders', cell: (each) => count(each.orders), numeric: true },
      { title: 'Revenue', cell: (each) => words.money(Math.round(each.revenue)), numeric: true },
    ],
    perDay,
  );
  return panel(
    'times',
    'When people buy',
    finding,
    chart,
    behind(
      `Order times in ${data.zone}.${hours || batches.orders > 0 ? '' : ' The files give dates without clock times, so only days are shown.'}${batchWords(batches)}${hours && untimed > 0 ? ` ${counted(untimed, 'order')} without a clock time ${untimed === 1 ? 'has' : 'have'} a day and no hour.` : ''}`,
      numbers,
    ),
  );
}
