import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BandChart } from '../../../charts/band-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Retention } from './retention-query.ts';
import { rowName } from './row-name.ts';

const most = 3;

/** How long they stay: the share still there by time since the start, with its interval. Few lines can be told apart: the largest groups. */
export function LastingPanel({ data }: { readonly data: Retention }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const shown = useMemo(
    () =>
      data.rows
        .filter(({ lasting }) => lasting.length > 1)
        .toSorted((one, other) => other.people - one.people)
        .slice(0, most),
    [data],
  );
  const days = useMemo(() => [...new Set(shown.flatMap(({ lasting }) => lasting.map(({ days: at }) => at)))].toSorted((one, other) => one - other), [shown]);
  const axis = useMemo(() => days.map(String), [days]);
  const bands = useMemo(
    () =>
      shown.map((row) => {
        const { lasting } = row;
        const by = new Map(lasting.map((point) => [point.days, point]));
        const pick = (name: 'share' | 'low' | 'high') => days.map((at) => by.get(at)?.[name] ?? null);
        return { name: rowName(row, data.by, format), values: pick('share'), low: pick('low'), high: pick('high') };
      }),
    [shown, days, data.by, format],
  );
  const first = shown[0];
  const half = first?.lasting.find(({ share }) => share <= 0.5)?.days;
  if (first === undefined) return null;
  const label = rowName(first, data.by, format);
  const finding =
    half === undefined
      ? t('retention.moreThanHalf', { label })
      : half === 0
        ? t('retention.neverBack', { label })
        : t('retention.half', { label, count: half });
  return (
    <Panel
      title={t('retention.lasting')}
      finding={finding}
      how={t('retention.lastingHow', { count: data.quiet_after_days })}
      chart={
        <BandChart label={finding} axis={axis} bands={bands} format={format.wholeShare} most={1} fromZero axisTitle={t('retention.daysSince')} height={300} />
      }
      table={{
        columns: [
          { header: t('retention.began') },
          { header: t('retention.daysSince'), format: format.count },
          { header: t('retention.watched'), format: format.count },
          { header: t('retention.still'), format: format.share },
          { header: t('retention.low'), format: format.share },
          { header: t('retention.high'), format: format.share },
        ],
        rows: data.rows.flatMap((row) =>
          row.lasting.map((point) => [rowName(row, data.by, format), point.days, point.at_risk, point.share, point.low, point.high]),
        ),
      }}
    />
  );
}
