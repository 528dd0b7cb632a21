import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CurveChart } from '../../../charts/curve-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';

export type CalibrationBin = {
  readonly customers: number;
  /** Share that was promised, and share that happened, both of 1. */
  readonly promised: number;
  readonly happened: number;
  readonly low?: number;
  readonly high?: number;
};

type Column = { readonly header: string; readonly format: (value: number) => string };

type CalibrationPanelProps = {
  readonly bins: readonly CalibrationBin[];
  readonly finding: string;
  /** What the table says of each bin besides; one row of `further` for each bin. */
  readonly columns: readonly Column[];
  readonly further: readonly (readonly number[])[];
};

/** Whether shares that were promised are those that came: the nearer to the diagonal, the more they can be taken at their word. */
export function CalibrationPanel({ bins, finding, columns, further }: CalibrationPanelProps) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const curves = useMemo(
    () => [
      {
        name: t('calibration.happened'),
        dots: true,
        points: bins.map(({ promised: x, happened: y, customers, low, high }) => ({
          x,
          y,
          ...(low === undefined || high === undefined ? {} : { low, high }),
          note: t('calibration.of', { count: customers, formatted: format.count(customers) }),
        })),
      },
    ],
    [bins, format, t],
  );
  return (
    <Panel
      title={t('calibration.title')}
      finding={finding}
      how={t('calibration.how')}
      chart={
        <CurveChart
          label={finding}
          curves={curves}
          xTitle={t('calibration.promised')}
          yTitle={t('calibration.happened')}
          formatX={format.wholeShare}
          formatY={format.wholeShare}
          diagonal={{ words: '', x: 1, y: 1 }}
          mostX={1}
          mostY={1}
        />
      }
      table={{
        columns: [
          { header: t('calibration.customers'), format: format.count },
          { header: t('calibration.promised'), format: format.share },
          { header: t('calibration.happened'), format: format.share },
          ...columns,
        ],
        rows: bins.map((bin, index) => [bin.customers, bin.promised, bin.happened, ...(further[index] ?? [])]),
      }}
    />
  );
}
