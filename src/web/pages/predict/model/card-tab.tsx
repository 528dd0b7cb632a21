import { useTranslation } from 'react-i18next';
import { Panel, Panels } from '../../../components/panel/panel.tsx';
import type { Card } from '../predict-queries.ts';
import { Statistics } from '../frame/statistics.tsx';
import styles from '../predict.module.css';
import { DriftPanel } from './drift-panel.tsx';
import { DriversPanel } from './drivers-panel.tsx';
import { EnoughPanel } from './enough-panel.tsx';
import { HowGood } from './how-good.tsx';
import { FairnessPanel } from './fairness-panel.tsx';
import { PredictsPanel } from './predicts-panel.tsx';
import { QualityFigures } from './quality-figures.tsx';
import { DetailPanels } from './detail-panels.tsx';
import { ValueTotals } from './value-panels.tsx';

/** How well in a sentence, by what, what it foretells from which data, and what it can not do; the statistics behind it are unfolded. */
export function CardTab({ card }: { readonly card: Card }) {
  const { t } = useTranslation('predict');
  // Who is no longer like those that it learnt from is told before anything that it says of them.
  const moved = card.drift?.level === 'strong';
  return (
    <>
      <HowGood card={card} />
      <Panels>
        {card.drift === null || !moved ? null : <DriftPanel drift={card.drift} />}
        {card.details.kind === 'value' ? <ValueTotals details={card.details} addsUpTo={card.adds_up_to} /> : null}
        {card.drivers.length === 0 ? null : <DriversPanel card={card} />}
        {card.fairness.map((each) => (
          <FairnessPanel key={each.attribute} fairness={each} />
        ))}
        <PredictsPanel card={card} />
        <Panel title={t('card.limits')} finding={t('card.limitsFinding')}>
          <ul className={styles.plain}>
            {card.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </Panel>
      </Panels>
      <Statistics>
        <p className={styles.words}>{t('card.method', { method: card.method })}</p>
        <QualityFigures figures={card.quality} />
        <Panels>
          <EnoughPanel card={card} />
          <DetailPanels card={card} />
          {card.drift === null || moved ? null : <DriftPanel drift={card.drift} />}
        </Panels>
      </Statistics>
    </>
  );
}
