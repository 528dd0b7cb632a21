import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Panels } from '../../../components/panel/panel.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import { UntrainedNote } from './untrained-note.tsx';
import { productsQuery } from './offers-queries.ts';
import { ProductsPanel } from './products-panel.tsx';
import { ReordersPanel } from './reorders-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';

const route = getRouteApi('/shell/predict/offers');

/** What to offer to whom: by product, by what is due again, and what is bought together. */
export function OffersPage() {
  const { search } = route.useSearch();
  const asked = useQuery(productsQuery(search));
  return (
    <PredictFrame tab="offers">
      <UntrainedNote />
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
    </PredictFrame>
  );
}
