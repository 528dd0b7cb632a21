import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../../charts/bar-chart.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../predict.module.css';
import type { ActionReport } from './actions-query.ts';

type Rate = { readonly rate: number | null; readonly low: number | null; readonly high: number | null };

/** What came of what was decided, also where chance alone decided, and what other rules would have brought. */
export function ReportPanel({ data }: { readonly data: ActionReport }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const bars = useMemo(() => data.actions.filter(({ rate }) => rate !== null).map(({ name, rate }) => ({ name, value: rate ?? 0 })), [data]);
  const range = ({ rate, low, high }: Rate): string | null =>
    rate === null ? null : t('actions.range', { rate: format.share(rate), low: format.share(low ?? 0), high: format.share(high ?? 1) });
  const { value, budget } = data;
  return (
    <Panel
      title={t('actions.report')}
      finding={data.sentence}
      how={data.how}
      {...(bars.length === 0 ? {} : { chart: <BarChart label={data.sentence} bars={bars} format={format.share} lying /> })}
      table={{
        columns: [
          { header: t('actions.action') },
          { header: t('actions.taken'), format: format.count },
          { header: t('actions.spent'), format: format.money },
          { header: t('actions.outcome') },
          { header: t('actions.randomTaken'), format: format.count },
          { header: t('actions.randomOutcome') },
        ],
        rows: data.actions.map((each) => [each.name, each.taken, each.spent, range(each), each.random.taken, range(each.random)]),
      }}
    >
      {budget === null ? null : (
        <p className={styles.muted}>
          {t('actions.budgetLeft', {
            count: budget.days,
            amount: format.money(budget.amount),
            spent: format.money(budget.spent),
            left: format.money(budget.left),
          })}
        </p>
      )}
      {value === null ? null : (
        <ul className={styles.plain}>
          {(['logged', 'random', 'best_doubly_robust'] as const).map((rule) => (
            <li key={rule}>
              {t(`actions.rule.${rule}`)}:{' '}
              {t('actions.each', { value: format.money(value[rule].value), low: format.money(value[rule].low), high: format.money(value[rule].high) })}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
