import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LineChart } from '../../../charts/line-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Migration } from './flows-query.ts';

/** Of those who were there before, how many stayed where they were, month by month. */
export function StayedPanel({ data }: { readonly data: Migration }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const rows = useMemo(() => data.stayed.map(({ step, share }) => ({ name: format.date(data.moments[step + 1]?.date ?? data.to), share })), [data, format]);
  const axis = useMemo(() => rows.map(({ name }) => name), [rows]);
  const lines = useMemo(() => [{ name: t('flows.stayedTitle'), values: rows.map(({ share }) => share) }], [rows, t]);
  const last = rows.at(-1);
  const finding = t('flows.stayedFinding', { share: format.share(last?.share ?? 0), day: last?.name ?? '' });
  return (
    <Panel
      title={t('flows.stayedTitle')}
      finding={finding}
      chart={<LineChart label={finding} axis={axis} lines={lines} format={format.wholeShare} most={1} height={200} />}
      table={{
        columns: [{ header: t('flows.until') }, { header: t('flows.share'), format: format.share }],
        rows: rows.map(({ name, share }) => [name, share]),
      }}
    />
  );
}
