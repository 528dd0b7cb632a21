import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BandChart } from '../../../charts/band-chart.tsx';
import { Figure, Figures } from '../../../components/figure/figure.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Forecast } from './forecast-queries.ts';
import { weeksOf } from './weeks-of.ts';

/** What was, what is to come with its interval, and the holidays in between. */
export function ForecastPanel({ data }: { readonly data: Forecast }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const phone = useMediaQuery('(max-width: 479px)', false, { getInitialValueInEffect: false });
  const { axis, bands, marks } = useMemo(
    () =>
      weeksOf(data, {
        shown: phone ? 16 : 52,
        date: format.date,
        was: t('forecast.was'),
        comes: t('forecast.comes'),
        now: t('forecast.now'),
        most: phone ? 1 : 4,
      }),
    [data, phone, format, t],
  );
  const value = data.unit === 'money' ? format.money : format.count;
  const short = data.unit === 'money' ? format.compactMoney : format.compact;
  const { last_week: last, coverage } = data;
  return (
    <Panel
      title={t('title.forecast')}
      finding={data.sentence}
      how={data.how}
      {...(axis.length === 0
        ? {}
        : { chart: <BandChart label={data.sentence} axis={axis} bands={bands} marks={marks} format={short} fromZero height={340} /> })}
      table={{
        columns: [
          { header: t('forecast.week') },
          { header: t('forecast.was'), format: value },
          { header: t('forecast.comes'), format: value },
          { header: t('calls.low'), format: value },
          { header: t('calls.high'), format: value },
          { header: t('forecast.low95'), format: value },
          { header: t('forecast.high95'), format: value },
          { header: t('forecast.holidays') },
        ],
        rows: [
          ...data.history.map((week) => [format.date(week.starts), week.value, null, null, null, null, null, format.list(week.holidays)]),
          ...data.points.map((week) => [
            format.date(week.starts),
            null,
            week.expected,
            week.low,
            week.high,
            week.low95,
            week.high95,
            format.list(week.holidays),
          ]),
        ],
      }}
    >
      <Figures>
        {data.points[0] === undefined ? null : (
          <Figure
            label={t('forecast.next', { day: format.date(data.points[0].starts) })}
            value={value(data.points[0].expected)}
            open={<>{t('value.between', { low: value(data.points[0].low), high: value(data.points[0].high) })}</>}
          />
        )}
        {data.total === null ? null : <Figure label={t('forecast.total', { count: data.points.length })} value={value(data.total.expected)} />}
        {coverage === null ? null : (
          <Figure label={t('forecast.held')} value={format.share(coverage.shown)} open={<>{t('forecast.heldOf', { count: coverage.weeks })}</>} />
        )}
        {last === null ? null : (
          <Figure
            label={t('forecast.last')}
            value={value(last.actual)}
            open={
              <>
                {last.outside
                  ? t('forecast.outside', { low: value(last.low95), high: value(last.high95) })
                  : t('forecast.inside', { low: value(last.low95), high: value(last.high95) })}
              </>
            }
          />
        )}
      </Figures>
    </Panel>
  );
}
