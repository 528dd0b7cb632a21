import { useTranslation } from 'react-i18next';
import { Figure, Figures } from '../../../components/figure/figure.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupActions } from '../../../components/group/group-actions.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import type { PurchaseGaps } from '../insights-query.ts';
import styles from './second-order-panel.module.css';

/** The step that matters most: from the first order to the second, and who is at it now. */
export function SecondOrderPanel({ data: { second_order: second } }: { readonly data: PurchaseGaps }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  if (second === null) return <Panel title={t('rhythm.second')} finding={t('rhythm.noSecond')} />;
  const { usual_day, early_day, late_day, share_came_back, due } = second;
  const days = (value: number) => t('days', { count: Math.round(value) });
  return (
    <Panel
      title={t('rhythm.second')}
      finding={t('rhythm.due', { count: due.people, formatted: format.count(due.people) })}
      how={t('rhythm.secondHow', { early: format.count(early_day), late: format.count(late_day) })}
      makeSegment={<GroupActions group={{ title: t('rhythm.dueSegment'), people: due.people, expression: due.expression }} />}
    >
      <Figures>
        <Figure label={t('rhythm.cameBack')} value={format.share(share_came_back)} />
        <Figure label={t('rhythm.usualDay')} value={days(usual_day)} />
      </Figures>
      <p className={styles.window}>{t('rhythm.window', { early: format.count(early_day), late: format.count(late_day) })}</p>
    </Panel>
  );
}
