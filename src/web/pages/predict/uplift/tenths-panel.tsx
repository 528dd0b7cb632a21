import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CurveChart } from '../../../charts/curve-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Uplift } from './uplift-query.ts';

/** By tenths of what was expected: what the treatment really added, in people the model had not seen, and between which bounds. On the dashed line it is what was expected. */
export function TenthsPanel({ data: { tenths, calibration } }: { readonly data: Uplift }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const curves = useMemo(() => {
    const expected = tenths.map((each) => each.expected);
    return [
      {
        name: t('uplift.found'),
        dots: true,
        points: tenths.flatMap(({ expected: x, uplift: y, low, high, treated, control }, at) =>
          y === null
            ? []
            : [
                {
                  x,
                  y,
                  ...(low === null || high === null ? {} : { low, high }),
                  note: `${t('uplift.tenth', { place: at + 1 })} ${t('uplift.treated')} ${format.count(treated)}, ${t('uplift.control')} ${format.count(control)}`,
                },
              ],
        ),
      },
      {
        name: t('uplift.asExpected'),
        dashed: true,
        tone: 'neutral' as const,
        points: [Math.min(...expected), Math.max(...expected)].map((x) => ({ x, y: x })),
      },
    ];
  }, [tenths, format, t]);
  const [first] = tenths;
  const last = tenths.at(-1);
  const told = (each: typeof first) => ({ found: format.share(each?.uplift ?? 0), expected: format.share(each?.expected ?? 0) });
  const [most, least] = [told(first), told(last)];
  const finding = t('uplift.tenthsFinding', { first: most.found, firstExpected: most.expected, last: least.found, lastExpected: least.expected });
  const drawn = calibration === null ? '' : ` ${t('uplift.drawn', { slope: format.share(calibration.slope), error: (100 * calibration.error).toFixed(0) })}`;
  return (
    <Panel
      title={t('uplift.tenths')}
      finding={finding}
      how={`${t('uplift.tenthsHow')}${drawn}`}
      chart={
        <CurveChart
          label={finding}
          curves={curves}
          xTitle={t('uplift.expected')}
          yTitle={t('uplift.found')}
          formatX={format.wholeShare}
          formatY={format.wholeShare}
        />
      }
      table={{
        columns: [
          { header: t('uplift.place') },
          { header: t('uplift.expected'), format: format.share },
          { header: t('uplift.found'), format: format.share },
          { header: t('uplift.low'), format: format.share },
          { header: t('uplift.high'), format: format.share },
          { header: t('uplift.treated'), format: format.count },
          { header: t('uplift.control'), format: format.count },
        ],
        rows: tenths.map((each, at) => [t('uplift.tenth', { place: at + 1 }), each.expected, each.uplift, each.low, each.high, each.treated, each.control]),
      }}
    />
  );
}
