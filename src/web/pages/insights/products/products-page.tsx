import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { Panels } from '../../../components/panel/panel.tsx';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import { OneOf } from '../frame/one-of.tsx';
import { affinityQuery, categoriesQuery } from '../insights-query.ts';
import { PairsPanel } from './pairs-panel.tsx';
import { SoldPanel } from './sold-panel.tsx';
import { TogetherPanel } from './together-panel.tsx';

const route = getRouteApi('/shell/insights/products');

/** What sells, what is bought together, and who has bought one and not yet the other. */
export function ProductsPage() {
  const { t } = useTranslation('insights');
  const search = route.useSearch();
  const { within } = search;
  const navigate = route.useNavigate();
  const categories = useQuery({ ...categoriesQuery({ level: 'category' }), enabled: search.level === undefined });
  const level = search.level ?? (categories.data?.distinct === 0 ? 'product' : 'category');
  const known = search.level !== undefined || !categories.isPending;
  // The answer of before stands in while the next is on its way, but never one about categories for one about products.
  const affinity = useQuery({
    ...affinityQuery({ level, within }),
    placeholderData: (before) => (before?.level === level ? before : undefined),
    enabled: known,
  });
  const sold = useQuery({ ...categoriesQuery({ level }), enabled: known });
  return (
    <InsightsFrame
      tab="products"
      actions={
        <>
          <OneOf
            label={t('products.level')}
            value={level}
            choices={(['category', 'product'] as const).map((value) => ({ value, label: t(`products.by.${value}`) }))}
            onChange={(next) => void navigate({ search: { ...search, level: next }, replace: true })}
          />
          <OneOf
            label={t('products.within')}
            value={within}
            choices={(['customer', 'order'] as const).map((value) => ({ value, label: t(`products.in.${value}`) }))}
            onChange={(next) => void navigate({ search: { ...search, within: next }, replace: true })}
          />
        </>
      }
    >
      <Panels>
        <AskedPanel title={t('products.pairs')} answer={affinity} height={420}>
          {(data) => <PairsPanel data={data} />}
        </AskedPanel>
        <AskedPanel title={t('products.sold')} answer={sold} height={420}>
          {(data) => <SoldPanel data={data} />}
        </AskedPanel>
      </Panels>
      {affinity.data === undefined ? null : <TogetherPanel data={affinity.data} />}
    </InsightsFrame>
  );
}
