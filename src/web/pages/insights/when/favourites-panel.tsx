import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { WhenTheyBuy } from '../insights-query.ts';
import { hourName, hourWords, weekdayName } from '../../../components/format/clock.ts';

/** Customers by the weekday, or the hour, of most of their orders. */
export function FavouritesPanel({ data, of }: { readonly data: WhenTheyBuy; readonly of: 'weekdays' | 'hours' }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const rows = useMemo(
    () =>
      of === 'weekdays'
        ? data.weekdays.map((each) => ({ ...each, name: weekdayName(each.weekday), words: weekdayName(each.weekday) }))
        : data.hours.map((each) => ({ ...each, name: hourName(each.hour), words: hourWords(each.hour) })),
    [data, of],
  );
  const bars = useMemo(() => rows.map(({ name, people }) => ({ name, value: people })), [rows]);
  const groups = useMemo(
    () =>
      rows.map(({ words, people, expression, revenue }) => ({
        title: t(`when.mostly.${of}`, { when: words }),
        people,
        expression,
        detail: format.money(revenue),
      })),
    [rows, of, format, t],
  );
  const most = rows.toSorted((one, other) => other.people - one.people)[0];
  const finding = most === undefined ? undefined : t(`when.favourite.${of}`, { count: most.people, formatted: format.count(most.people), when: most.words });
  return (
    <GroupPanel
      title={t(`when.${of}`)}
      finding={finding}
      how={data.how}
      table={{
        columns: [
          { header: t(of === 'weekdays' ? 'when.weekday' : 'when.hour') },
          { header: t('people'), format: format.count },
          { header: t('orders'), format: format.count },
          { header: t('revenue'), format: format.money },
        ],
        rows: rows.map(({ words, people, orders, revenue }) => [words, people, orders, revenue]),
      }}
      groups={groups}
      chart={(choose) => <BarChart label={finding ?? t(`when.${of}`)} bars={bars} format={format.count} onSelect={choose} />}
    />
  );
}
