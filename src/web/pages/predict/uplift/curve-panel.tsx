import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CurveChart } from '../../../charts/curve-chart.tsx';
import { Figure, Figures } from '../../../components/figure/figure.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../predict.module.css';
import type { Uplift } from './uplift-query.ts';

/** What it changed, and the Qini curve: how much of that comes from treating only those whom it changes most. */
export function CurvePanel({ data }: { readonly data: Uplift }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { treated, control, effect, models, balance } = data;
  // Two points are a straight line: that model could not be fitted, and says the same of everybody.
  const drawn = useMemo(() => models.filter(({ kind, curve }) => kind !== 'none' && curve.length > 2), [models]);
  const curves = useMemo(
    () =>
      drawn.map(({ kind, curve, chosen }) => ({
        name: t(`uplift.curveOf.${kind}`),
        points: curve.map(({ targeted, gain }) => ({ x: targeted, y: gain })),
        dashed: !chosen,
      })),
    [drawn, t],
  );
  const auc = balance.auc === null ? '' : format.share(balance.auc);
  const balanceWords =
    balance.auc === null ? t('uplift.balanceUnknown') : balance.suspicious ? t('uplift.balanceBad', { auc }) : t('uplift.balanceGood', { auc });
  const whole = drawn[0]?.curve.at(-1);
  return (
    <Panel
      title={t('uplift.curve')}
      finding={data.sentence}
      how={data.how}
      {...(curves.length === 0
        ? {}
        : {
            chart: (
              <CurveChart
                label={data.sentence}
                curves={curves}
                xTitle={t('uplift.targeted')}
                yTitle={t('uplift.gain')}
                formatX={format.share}
                formatY={(value) => format.share(value)}
                mostX={1}
                {...(whole === undefined ? {} : { diagonal: { words: t('uplift.random'), x: whole.targeted, y: whole.gain } })}
              />
            ),
            table: {
              columns: [
                { header: t('enough.candidate') },
                { header: t('uplift.targeted'), format: format.share },
                { header: t('uplift.gain'), format: format.share },
              ],
              rows: drawn.flatMap(({ label, curve }) =>
                curve.filter((_, at) => at % 10 === 0 || at === curve.length - 1).map(({ targeted, gain }) => [label, targeted, gain]),
              ),
            },
          })}
    >
      <Figures>
        <Figure
          label={t('uplift.treatedRate')}
          value={format.share(treated.rate)}
          open={<>{t('uplift.of', { count: treated.people, formatted: format.count(treated.people) })}</>}
        />
        <Figure
          label={t('uplift.controlRate')}
          value={format.share(control.rate)}
          open={<>{t('uplift.of', { count: control.people, formatted: format.count(control.people) })}</>}
        />
        {effect === null ? null : (
          <Figure
            label={t('uplift.effect')}
            value={t('uplift.points', { points: format.decimal(100 * effect.difference) })}
            open={<>{t('value.between', { low: format.decimal(100 * effect.low), high: format.decimal(100 * effect.high) })}</>}
          />
        )}
      </Figures>
      <p className={styles.muted}>{balanceWords}</p>
    </Panel>
  );
}
