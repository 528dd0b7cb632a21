import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMayEdit } from '../../segments/may-edit.ts';
import { Asked } from '../../../components/waiting/asked.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { predictionsQuery } from '../predict-queries.ts';
import styles from '../predict.module.css';
import { AllModels } from './all-models.tsx';
import { useBeginsToAct } from './use-begins-to-act.ts';
import { ModelTile } from './model-tile.tsx';

/** Every model of this shop: what it answers, how well, and whether it acts. */
export function ModelsPage() {
  const { t } = useTranslation('predict');
  const mayEdit = useMayEdit();
  const answer = useQuery(predictionsQuery);
  const begin = useBeginsToAct(answer.isFetching);
  return (
    <PredictFrame
      tab="models"
      actions={
        mayEdit ? (
          <Button component={Link} to="/predict/new">
            {t('new.open')}
          </Button>
        ) : undefined
      }
    >
      <Asked answer={answer} height={420}>
        {({ items }) => {
          const acting = items.filter((each) => !begin.has(each.model) && each.acting !== null).length;
          const waiting = items.filter((each) => !begin.has(each.model) && each.challenger !== null && each.challenger.no_better === null).length;
          return (
            <>
              <p className={styles.sentence}>
                {acting > 0 ? `${t('models.act', { count: acting, all: items.length })} ` : begin.size === 0 ? `${t('models.noneActs')} ` : null}
                {begin.size === 0 ? null : `${t('models.begin', { count: begin.size })} `}
                {waiting === 0 ? null : t('models.wait', { count: waiting })}
              </p>
              {mayEdit ? <AllModels models={items.filter(({ model }) => !begin.has(model))} /> : null}
              <ul className={styles.cards}>
                {items.map((each) => (
                  <ModelTile key={each.model} model={each} begins={begin.get(each.model)} />
                ))}
              </ul>
            </>
          );
        }}
      </Asked>
    </PredictFrame>
  );
}
