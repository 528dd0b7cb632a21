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
    return [
      {
        name: t('uplift.found'),
        dots: true,
        points: tenths
          .flatMap(({ expected: x, uplift: y, low, high, treated, control }, at) => {
            const note = `${t('uplift.tenth', { place: at + 1 })} ${t('uplift.treated')} ${format.count(treated)}, ${t('uplift.control')} ${format.count(control)}`;
            return y === null ? [] : [{ x, y, note, ...(low === null || high === null ? {} : { low, high }) }];
          })
          .toReversed(),
      },
    ];
  }, [tenths, format, t]);
  const [first] = tenths;
  const last = tenths.at(-1);
  const told = (each: typeof first) => ({ found: format.share(each?.uplift ?? 0), expected: format.share(each?.expected ?? 0) });
  const [highest, lowest] = [told(first), told(last)];
  const most = Math.max(0, ...tenths.map((each) => each.expected));
  const finding = t('uplift.tenthsFinding', { first: highest.found, firstExpected: highest.expected, last: lowest.found, lastExpected: lowest.expected });
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
          diagonal={{ words: '', x: most, y: most }}
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
