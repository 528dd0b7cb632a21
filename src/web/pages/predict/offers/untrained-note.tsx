import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TrainButton } from '../model/train-button.tsx';
import { predictionsQuery } from '../predict-queries.ts';
import styles from '../predict.module.css';

/** Until a recommender has learnt, what is popular stands in for it: the page says so. */
export function UntrainedNote() {
  const { t } = useTranslation('predict');
  const { data } = useQuery(predictionsQuery);
  const model = data?.items.find((each) => each.model === 'recommendations');
  if (model === undefined || model.acting !== null || model.challenger !== null) return null;
  return (
    <section className={styles.banner} aria-label={t('offers.none')}>
      <p>
        <strong>{t('offers.none')}.</strong> {t('offers.noneExplain')}
      </p>
      <TrainButton model="recommendations" again={false} />
    </section>
  );
}
