import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel, Panels } from '../../../components/panel/panel.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { PredictFrame } from '../frame/predict-frame.tsx';
import styles from '../predict.module.css';
import { ofProductQuery } from './offers-queries.ts';
import { TogetherPanel } from './together-panel.tsx';

const route = getRouteApi('/shell/predict/offers/$product');

/** One product: what goes with it, what is bought in one order with it, and who would most likely take it. */
export function ProductPage() {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { product } = route.useParams();
  const asked = useQuery(ofProductQuery(product));
  const found = asked.data;
  return (
    <PredictFrame
      tab="offers"
      title={found?.product.name ?? product}
      lead={
        found === undefined
          ? undefined
          : [
              found.product.unavailable ? t('product.notOffered') : null,
              found.product.not_selling,
              found.product.category,
              t('offers.buyersOf', { count: found.product.buyers, formatted: format.count(found.product.buyers) }),
            ]
              .filter((each) => each !== null)
              .join(' · ')
      }
    >
      <Asked answer={asked} height={420}>
        {({ goes_with: with_, customers, model }) => (
          <>
            <Panels>
              <Panel
                title={t('product.who')}
                finding={
                  customers.length === 0 ? t('product.nobody') : t('product.whoFinding', { count: customers.length, formatted: format.count(customers.length) })
                }
                how={t('product.whoHow', { model })}
                table={{
                  columns: [{ header: t('calls.customer') }, { header: t('product.score'), format: format.fine }, { header: t('calls.why') }],
                  rows: customers.map(({ customer, score, sentence }) => [customer.name ?? customer.email ?? `#${customer.profile}`, score, sentence]),
                }}
              >
                <ol className={styles.list}>
                  {customers.map(({ customer, sentence }) => (
                    <li key={customer.profile}>
                      <Anchor component={Link} to={`/customers/${customer.profile}`} inherit>
                        {customer.name ?? customer.email ?? customer.customer_id ?? `#${customer.profile}`}
                      </Anchor>
                      <p className={styles.because}>{sentence}</p>
                    </li>
                  ))}
                </ol>
              </Panel>
              <Panel
                title={t('product.similar')}
                finding={with_[0]?.sentence ?? t('product.noneSimilar')}
                how={t('product.similarHow')}
                table={{
                  columns: [{ header: t('offers.product') }, { header: t('product.likeness'), format: format.fine }],
                  rows: with_.map((each) => [each.product.name, each.likeness]),
                }}
              >
                <ul className={styles.list}>
                  {with_.map((each) => (
                    <li key={each.product.key}>
                      <Anchor component={Link} to={`/predict/offers/${encodeURIComponent(each.product.key)}`} inherit>
                        {each.product.name}
                      </Anchor>
                      <p className={styles.because}>{each.sentence}</p>
                    </li>
                  ))}
                </ul>
              </Panel>
            </Panels>
            <TogetherPanel product={product} />
          </>
        )}
      </Asked>
    </PredictFrame>
  );
}
