import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { Day } from '../../components/format/values.tsx';
import { Figure, Figures } from '../../components/figure/figure.tsx';
import type { Customer } from './customer-queries.ts';
import styles from './customer.module.css';

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** What the customer is worth and how regularly they come, as a sentence and in figures. */
export function ValueFigures({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const { features } = customer;
  const orders = numberOf(features['orders_count']) ?? 0;
  const spent = format.money(numberOf(features['total_spent']) ?? 0);
  const days = (value: number | undefined) => (value === undefined ? '–' : t('days', { count: Math.round(value), formatted: format.count(Math.round(value)) }));
  const gap = numberOf(features['median_days_between_orders']);
  const quiet = numberOf(features['days_since_last_order']);
  const expected = features['expected_next_order_at'];
  if (orders === 0) return null;
  const words = { spent, orders: t('orders', { count: orders, formatted: format.count(orders) }), quiet: days(quiet) };
  return (
    <>
      <p className={styles.sentence}>{gap === undefined ? t('noRhythm', words) : t('rhythm', { ...words, gap: days(gap) })}</p>
      <Figures>
        <Figure label={t('figures.spent')} value={spent} />
        <Figure label={t('figures.orders')} value={format.count(orders)} />
        <Figure label={t('figures.average')} value={format.money(numberOf(features['average_order_value']) ?? 0)} />
        <Figure label={t('figures.gap')} value={days(gap)} />
        <Figure label={t('figures.quiet')} value={days(quiet)} />
        {typeof expected === 'string' ? <Figure label={t('figures.expected')} value={<Day at={expected} />} /> : null}
      </Figures>
    </>
  );
}
