import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../customer.module.css';
import { type Offers, offersQuery } from './predictions-query.ts';

/** What to offer this customer and why, and what they will soon need again. */
export function OffersPanel({ id }: { readonly id: string }) {
  const { t } = useTranslation('customer');
  const asked = useQuery(offersQuery(id));
  return (
    <AskedPanel title={t('offers.title')} answer={asked} height={160}>
      {(data) => (data.items.length === 0 && data.reorders.length === 0 ? null : <Offered data={data} />)}
    </AskedPanel>
  );
}

function Offered({ data: { items, reorders, model } }: { readonly data: Offers }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const best = reorders[0] ?? items[0];
  const first = best === undefined ? undefined : t('offers.finding', { product: best.product.name });
  return (
    <Panel
      title={t('offers.title')}
      finding={first}
      how={t('offers.how', { model })}
      table={{
        columns: [{ header: t('offers.product') }, { header: t('offers.kind') }, { header: t('foretold.why') }],
        rows: [
          ...reorders.map(({ product, due, sentence }) => [product.name, t('offers.due', { day: format.day(due) }), sentence]),
          ...items.map(({ product, why, sentence }) => [product.name, t(`offers.why.${why}`), sentence]),
        ],
      }}
    >
      <ul className={styles.list}>
        {reorders.map(({ product, sentence, due }) => (
          <li key={`again ${product.key}`}>
            <div className={styles.row}>
              <Anchor component={Link} to={`/predict/offers/${encodeURIComponent(product.key)}`} inherit>
                {product.name}
              </Anchor>
              <span className={styles.muted}>{t('offers.due', { day: format.day(due) })}</span>
            </div>
            <p className={styles.muted}>{sentence}</p>
          </li>
        ))}
        {items.map(({ product, sentence, why }) => (
          <li key={product.key}>
            <div className={styles.row}>
              <Anchor component={Link} to={`/predict/offers/${encodeURIComponent(product.key)}`} inherit>
                {product.name}
              </Anchor>
              <span className={styles.muted}>{t(`offers.why.${why}`)}</span>
            </div>
            <p className={styles.muted}>{sentence}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
