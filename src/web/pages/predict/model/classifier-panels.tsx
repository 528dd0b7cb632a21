import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { CurveChart } from '../../../charts/curve-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Details } from '../predict-queries.ts';
import { CalibrationPanel } from './calibration-panel.tsx';

type Quality = NonNullable<Details<'classifier'>['newest']>;

/** Whether its percentages can be taken at their word, and how many are found how soon, on the newest data that was held back. */
export function ClassifierPanels({ details }: { readonly details: Details<'classifier'> }) {
  const quality = details.newest ?? details.overall;
  if (quality === null) return null;
  return (
    <>
      <Calibration quality={quality} />
      <Gain quality={quality} />
      <Lift quality={quality} />
    </>
  );
}

function Calibration({ quality: { calibration, calibration_error: error } }: { readonly quality: Quality }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const bins = useMemo(() => calibration.map((bin) => ({ ...bin, promised: bin.predicted, happened: bin.observed })), [calibration]);
  return (
    <CalibrationPanel
      bins={bins}
      finding={t('calibration.finding', { points: format.decimal(error * 100) })}
      columns={[
        { header: t('calls.low'), format: format.share },
        { header: t('calls.high'), format: format.share },
      ]}
      further={calibration.map((bin) => [bin.low, bin.high])}
    />
  );
}

function Gain({ quality: { lift } }: { readonly quality: Quality }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const curves = useMemo(
    () => [
      {
        name: t('gain.model'),
        dots: true,
        points: [{ x: 0, y: 0 }, ...lift.flatMap(({ tenth, gain }) => (gain === null ? [] : [{ x: tenth / 10, y: gain }]))],
      },
    ],
    [lift, t],
  );
  const fifth = lift.find(({ tenth }) => tenth === 2)?.gain ?? null;
  const finding = fifth === null ? t('gain.title') : t('gain.finding', { share: format.share(fifth) });
  return (
    <Panel
      title={t('gain.title')}
      finding={finding}
      how={t('gain.how')}
      chart={
        <CurveChart
          label={finding}
          curves={curves}
          xTitle={t('gain.asked')}
          yTitle={t('gain.found')}
          formatX={format.wholeShare}
          formatY={format.wholeShare}
          diagonal={{ words: '', x: 1, y: 1 }}
          mostX={1}
          mostY={1}
        />
      }
      table={{
        columns: [
          { header: t('gain.tenth'), format: format.count },
          { header: t('calibration.customers'), format: format.count },
          { header: t('gain.positives'), format: format.count },
          { header: t('gain.rate'), format: format.share },
          { header: t('gain.lift'), format: format.decimal },
          { header: t('gain.found'), format: format.share },
        ],
        rows: lift.map((row) => [row.tenth, row.customers, row.positives, row.rate, row.lift, row.gain]),
      }}
    />
  );
}

function Lift({ quality: { lift } }: { readonly quality: Quality }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const bars = useMemo(() => lift.map(({ tenth, rate }) => ({ name: String(tenth), value: rate })), [lift]);
  const [first, last] = [lift[0], lift.at(-1)];
  const finding = t('gain.liftFinding', { first: format.share(first?.rate ?? 0), last: format.share(last?.rate ?? 0) });
  return (
    <Panel
      title={t('gain.liftTitle')}
      finding={finding}
      how={t('gain.liftHow')}
      chart={<BarChart label={finding} bars={bars} format={format.wholeShare} />}
      table={{
        columns: [
          { header: t('gain.tenth'), format: format.count },
          { header: t('gain.rate'), format: format.share },
          { header: t('gain.lift'), format: format.decimal },
        ],
        rows: lift.map((row) => [row.tenth, row.rate, row.lift]),
      }}
    />
  );
}
