import { Anchor, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../predict.module.css';
import type { Products } from './offers-queries.ts';

const route = getRouteApi('/shell/predict/offers');

const listed = 20;

/** Products, the most bought first; each opens what goes with it and who would take it. */
export function ProductsPanel({ data }: { readonly data: Products }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState(search ?? '');
  const find = useDebouncedCallback(
    (next: string) => void navigate({ search: (before) => ({ ...before, search: next.trim() === '' ? undefined : next.trim() }), replace: true }),
    250,
  );
  return (
    <Panel
      title={t('offers.products')}
      finding={t('offers.productsFinding', { count: data.total, formatted: format.count(data.total) })}
      table={{
        columns: [{ header: t('offers.product') }, { header: t('offers.category') }, { header: t('offers.buyers'), format: format.count }],
        rows: data.items.map(({ name, category, buyers }) => [name, category, buyers]),
      }}
    >
      <TextInput
        aria-label={t('offers.find')}
        placeholder={t('offers.find')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          find(event.currentTarget.value);
        }}
      />
      <ul className={styles.list}>
        {data.items.slice(0, listed).map((product) => (
          <li key={product.key}>
            <div className={styles.line}>
              <Anchor component={Link} to={`/predict/offers/${encodeURIComponent(product.key)}`} inherit>
                {product.name}
              </Anchor>
              <span className={styles.muted}>
                {[product.category, t('offers.buyersOf', { count: product.buyers, formatted: format.count(product.buyers) })]
                  .filter((each) => each !== null)
                  .join(' · ')}
                {product.unavailable ? ` · ${t('offers.unavailable')}` : ''}
              </span>
            </div>
            {product.not_selling === null ? null : <p className={styles.because}>{product.not_selling}</p>}
          </li>
        ))}
      </ul>
      {data.total > listed ? <p className={styles.muted}>{t('offers.mostBought', { count: listed })}</p> : null}
    </Panel>
  );
}
