import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HeatMap } from '../../../charts/heat-map.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { WhenTheyBuy } from '../insights-query.ts';
import { hourName, hours, hourWords, weekdayName } from '../../../components/format/clock.ts';

/** Orders of a whole week by the hour. Choosing a cell names those whose weekday it is: the language knows people's favourites, not single orders' hours. */
export function WeekPanel({ data }: { readonly data: WhenTheyBuy }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const days = useMemo(() => data.weekdays.map(({ weekday }) => weekday), [data]);
  const names = useMemo(() => days.map((weekday) => weekdayName(weekday)), [days]);
  const columns = useMemo(() => hours.map(hourName), []);
  const cells = useMemo(
    () =>
      data.cells.map(({ weekday, hour, orders, revenue }) => ({
        column: hour,
        row: days.indexOf(weekday),
        value: orders,
        note: `${t('when.orders', { count: orders, formatted: format.count(orders) })} · ${format.money(revenue)}`,
      })),
    [data, days, format, t],
  );
  const groups = useMemo(
    () =>
      data.cells.map(({ weekday }) => {
        const day = data.weekdays.find((each) => each.weekday === weekday);
        return day === undefined
          ? undefined
          : { title: t('when.mostly.weekdays', { when: weekdayName(weekday) }), people: day.people, expression: day.expression };
      }),
    [data, t],
  );
  return (
    <GroupPanel
      title={t('when.title')}
      finding={data.sentence}
      how={data.how}
      table={{
        columns: [
          { header: t('when.weekday') },
          { header: t('when.hour') },
          { header: t('orders'), format: format.count },
          { header: t('revenue'), format: format.money },
        ],
        rows: data.cells.map(({ weekday, hour, orders, revenue }) => [weekdayName(weekday), hourWords(hour), orders, revenue]),
      }}
      groups={groups}
      chart={(choose) => (
        <HeatMap
          label={data.sentence}
          columns={columns}
          rows={names}
          cells={cells}
          format={format.count}
          numbers={false}
          height={56 + names.length * 32}
          onSelect={(cell) => choose(cells.indexOf(cell as (typeof cells)[number]))}
        />
      )}
    />
  );
}
