import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { hourName, hourWords } from '../../../components/format/clock.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Details } from '../predict-queries.ts';
import { useWeekday } from '../use-weekday.ts';

/** When customers act, by weekday and by hour. */
export function TimingPanels({ details }: { readonly details: Details<'timing'> }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const weekday = useWeekday();
  const days = useMemo(() => details.weekdays.map((value, index) => ({ name: weekday(index + 1), value })), [details, weekday]);
  const hours = useMemo(() => details.hours.map((value, hour) => ({ name: hourName(hour), value })), [details]);
  const best = details.best_weekday === null ? '' : weekday(details.best_weekday);
  const dayFinding = t('timing.days', { day: best });
  const hourFinding = t('timing.hours', { hour: hourWords(details.best_hour ?? 0) });
  return (
    <>
      <Panel
        title={t('timing.byDay')}
        finding={dayFinding}
        chart={<BarChart label={dayFinding} bars={days} format={format.wholeShare} />}
        table={{
          columns: [{ header: t('timing.weekday') }, { header: t('timing.share'), format: format.share }],
          rows: days.map(({ name, value }) => [name, value]),
        }}
      />
      <Panel
        title={t('timing.byHour')}
        finding={hourFinding}
        chart={<BarChart label={hourFinding} bars={hours} format={format.wholeShare} />}
        table={{
          columns: [{ header: t('timing.hour') }, { header: t('timing.share'), format: format.share }],
          rows: hours.map(({ name, value }) => [name, value]),
        }}
      />
    </>
  );
}
