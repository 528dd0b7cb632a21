import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../customer.module.css';
import { oneRowEach } from './one-row-each.ts';
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
  const offers = oneRowEach([
    ...reorders.map(({ product, due, sentence }) => ({ product, kind: t('offers.due', { day: format.day(due) }), sentence })),
    ...items.map(({ product, why, sentence }) => ({ product, kind: t(`offers.why.${why}`), sentence, weak: why === 'again' })),
  ]);
  const [best] = offers;
  const first = best === undefined ? undefined : t('offers.finding', { product: best.product.name });
  return (
    <Panel
      title={t('offers.title')}
      finding={first}
      how={t('offers.how', { model })}
      table={{
        columns: [{ header: t('offers.product') }, { header: t('offers.kind') }, { header: t('foretold.why') }],
        rows: offers.map(({ product, reasons }) => [
          product.name,
          reasons.map(({ kind }) => kind).join(', '),
          reasons.map(({ sentence }) => sentence).join(' '),
        ]),
      }}
    >
      <ul className={styles.list}>
        {offers.map(({ product, reasons }) => (
          <li key={product.key}>
            <div className={styles.row}>
              <Anchor component={Link} to={`/predict/offers/${encodeURIComponent(product.key)}`} inherit>
                {product.name}
              </Anchor>
              <span className={styles.muted}>{reasons.map(({ kind }) => kind).join(', ')}</span>
            </div>
            <p className={styles.muted}>{reasons.map(({ sentence }) => sentence).join(' ')}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
