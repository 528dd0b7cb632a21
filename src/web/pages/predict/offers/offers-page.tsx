import { IconGift } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problem.ts';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { Panels } from '../../../components/panel/panel.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { TrainButton } from '../model/train-button.tsx';
import { productsQuery } from './offers-queries.ts';
import { ProductsPanel } from './products-panel.tsx';
import { ReordersPanel } from './reorders-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';

const route = getRouteApi('/shell/predict/offers');

/** What to offer to whom: by product, by what is due again, and what is bought together. */
export function OffersPage() {
  const { t } = useTranslation('predict');
  const { search } = route.useSearch();
  const asked = useQuery(productsQuery(search));
  const untrained = isProblem(asked.error) && /^model\.un/.test(asked.error.body.code);
  return (
    <PredictFrame tab="offers">
      {untrained ? (
        <EmptyState icon={IconGift} title={t('offers.none')} action={<TrainButton model="recommendations" again={false} variant="filled" />}>
          {t('offers.noneExplain')}
        </EmptyState>
      ) : (
        <Asked answer={asked} height={420}>
          {(data) => (
            <>
              <Panels>
                <ProductsPanel data={data} />
                <ReordersPanel />
              </Panels>
              <RulesPanel />
            </>
          )}
        </Asked>
      )}
    </PredictFrame>
  );
}
