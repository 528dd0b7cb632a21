import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Uplift } from './uplift-query.ts';

/** By tenths of what was expected: what the treatment really added, in people the model had not seen. */
export function TenthsPanel({ data: { tenths } }: { readonly data: Uplift }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const bars = useMemo(
    () =>
      tenths.map(({ uplift }, at) => ({
        name: t('uplift.tenth', { place: at + 1 }),
        value: uplift ?? 0,
        tone: (uplift ?? 0) < 0 ? ('risk' as const) : ('value' as const),
      })),
    [tenths, t],
  );
  const [first] = tenths;
  const last = tenths.at(-1);
  const finding = t('uplift.tenthsFinding', { first: format.share(first?.uplift ?? 0), last: format.share(last?.uplift ?? 0) });
  return (
    <Panel
      title={t('uplift.tenths')}
      finding={finding}
      how={t('uplift.tenthsHow')}
      chart={<BarChart label={finding} bars={bars} format={format.share} />}
      table={{
        columns: [
          { header: t('uplift.place') },
          { header: t('uplift.expected'), format: format.share },
          { header: t('uplift.found'), format: format.share },
          { header: t('uplift.treated'), format: format.count },
          { header: t('uplift.control'), format: format.count },
        ],
        rows: tenths.map((each, at) => [t('uplift.tenth', { place: at + 1 }), each.expected, each.uplift, each.treated, each.control]),
      }}
    />
  );
}
