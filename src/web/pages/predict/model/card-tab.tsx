import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
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

/** How well in a sentence, by what, what it foretells from which data, and what it can not do; the statistics behind it are unfolded. */
export function CardTab({ card }: { readonly card: Card }) {
  const { t } = useTranslation('predict');
  const [opened, fold] = useDisclosure(false);
  // Who is no longer like those that it learnt from is told before anything that it says of them.
  const moved = card.drift?.level === 'strong';
  return (
    <>
      <p className={styles.sentence}>{card.quality[0]?.meaning ?? t('quality.none')}</p>
      <Panels>
        {card.drift === null || !moved ? null : <DriftPanel drift={card.drift} />}
        {card.drivers.length === 0 ? null : <DriversPanel card={card} />}
        {card.fairness.map((each) => (
          <FairnessPanel key={each.attribute} fairness={each} />
        ))}
        <PredictsPanel card={card} />
        <EnoughPanel card={card} />
        <Panel title={t('card.limits')} finding={t('card.limitsFinding')}>
          <ul className={styles.plain}>
            {card.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </Panel>
      </Panels>
      <div className={styles.line}>
        <Button variant="default" aria-expanded={opened} onClick={fold.toggle}>
          {opened ? t('card.hideStatistics') : t('card.statistics')}
        </Button>
      </div>
      {opened ? (
        <>
          <QualityFigures figures={card.quality} />
          <Panels>
            <DetailPanels card={card} />
            {card.drift === null || moved ? null : <DriftPanel drift={card.drift} />}
          </Panels>
        </>
      ) : null}
    </>
  );
}
