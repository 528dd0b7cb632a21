import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { OneOf } from '../../insights/frame/one-of.tsx';
import styles from '../predict.module.css';
import { reordersQuery } from './offers-queries.ts';

const route = getRouteApi('/shell/predict/offers');
const spans = ['7', '14', '30'] as const;
/** So many stand below each other; the table holds more. */
const listed = 20;

/** Who will soon need what again, by their own rhythm. */
export function ReordersPanel() {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { days } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(reordersQuery(days));
  return (
    <AskedPanel title={t('reorders.title')} answer={asked} height={320}>
      {({ items, total }) => (
        <Panel
          title={t('reorders.title')}
          finding={items.length === 0 ? t('reorders.none', { count: days }) : t('reorders.finding', { count: total, formatted: format.count(total), days })}
          how={t('reorders.how')}
          tools={
            <OneOf
              label={t('reorders.within')}
              value={String(days) as (typeof spans)[number]}
              choices={spans.map((value) => ({ value, label: t('new.days', { count: Number(value) }) }))}
              onChange={(value) => void navigate({ search: (before) => ({ ...before, days: Number(value) }), replace: true })}
            />
          }
          table={{
            columns: [
              { header: t('calls.customer') },
              { header: t('offers.product') },
              { header: t('reorders.every'), format: format.count },
              { header: t('reorders.last') },
              { header: t('reorders.due') },
            ],
            rows: items.map(({ customer, product, every_days: every, last_at: last, due }) => [
              customer.name ?? customer.email ?? `#${customer.profile}`,
              product.name,
              every,
              format.day(last),
              format.day(due),
            ]),
          }}
        >
          <ul className={styles.list}>
            {items.slice(0, listed).map(({ customer, product, sentence }) => (
              <li key={`${customer.profile} ${product.key}`}>
                <Anchor component={Link} to={`/customers/${customer.profile}`} inherit underline="always">
                  {customer.name ?? customer.email ?? `#${customer.profile}`}
                </Anchor>{' '}
                · {product.name}
                <p className={styles.because}>{sentence}</p>
              </li>
            ))}
          </ul>
          {total > listed ? <p className={styles.because}>{t('reorders.soonest', { count: listed })}</p> : null}
        </Panel>
      )}
    </AskedPanel>
  );
}
