import { useTranslation } from 'react-i18next';
import { Panel, Panels } from '../../../components/panel/panel.tsx';
import type { Card } from '../predict-queries.ts';
import styles from '../predict.module.css';
import { DriftPanel } from './drift-panel.tsx';
import { DriversPanel } from './drivers-panel.tsx';
import { EnoughPanel } from './enough-panel.tsx';
import { FairnessPanel } from './fairness-panel.tsx';
import { PredictsPanel } from './predicts-panel.tsx';
import { QualityFigures } from './quality-figures.tsx';
import { DetailPanels } from './detail-panels.tsx';

/** What the model foretells, from which data, how well, by what, and what it can not do. */
export function CardTab({ card }: { readonly card: Card }) {
  const { t } = useTranslation('predict');
  return (
    <>
      <QualityFigures figures={card.quality} />
      <Panels>
        <DetailPanels card={card} />
        {card.drivers.length === 0 ? null : <DriversPanel card={card} />}
        <PredictsPanel card={card} />
        <EnoughPanel card={card} />
        {card.fairness.map((each) => (
          <FairnessPanel key={each.attribute} fairness={each} />
        ))}
        {card.drift === null ? null : <DriftPanel drift={card.drift} />}
        <Panel title={t('card.limits')} finding={t('card.limitsFinding')}>
          <ul className={styles.plain}>
            {card.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </Panel>
      </Panels>
    </>
  );
}
