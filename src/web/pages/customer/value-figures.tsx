import { useQuery } from '@tanstack/react-query';
import { givenBack, nextOrderOf } from '../../../core/index.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { Day } from '../../components/format/values.tsx';
import { Figure, Figures } from '../../components/figure/figure.tsx';
import type { Customer } from './customer-queries.ts';
import styles from './customer.module.css';
import { foretoldQuery } from './predicted/predictions-query.ts';

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** What the customer is worth and how regularly they come, as a sentence and in figures. Of when they order next there is one answer: the model's where one acts. */
export function ValueFigures({ customer, id }: { readonly customer: Customer; readonly id: string }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const foretold = useQuery(foretoldQuery(id));
  const { features } = customer;
  const orders = numberOf(features['orders_count']) ?? 0;
  const average = numberOf(features['average_order_value']) ?? 0;
  const total = numberOf(features['total_spent']) ?? 0;
  const spent = format.money(total);
  const back = givenBack(orders, average, total);
  const days = (value: number | undefined) => (value === undefined ? '–' : t('days', { count: value, formatted: format.count(value) }));
  const median = numberOf(features['median_days_between_orders']);
  const gap = median === undefined ? undefined : Math.max(1, Math.round(median));
  const elapsed = numberOf(features['days_since_last_order']);
  const quiet = elapsed === undefined ? undefined : Math.floor(elapsed);
  const last = features['last_order_at'];
  const expected = features['expected_next_order_at'];
  const visit = features['last_visit_at'];
  if (orders === 0) return null;
  const model = foretold.data?.value;
  const next = foretold.isPending ? (
    <Figure label={t('figures.next')} value="…" />
  ) : model !== null && model !== undefined ? (
    <Figure
      label={t('figures.next')}
      value={<Next expected={model.next_order_date} now={model.as_of} />}
      open={<>{model.next_order_by === 'rhythm' ? t('figures.byRhythm') : t('figures.byModel')}</>}
    />
  ) : typeof expected === 'string' && typeof last === 'string' && elapsed !== undefined ? (
    <Figure label={t('figures.next')} value={<Next expected={expected} now={daysAfter(last, elapsed)} />} open={<>{t('figures.byRhythm')}</>} />
  ) : null;
  const words = { spent, orders: t('orders', { count: orders, formatted: format.count(orders) }), quiet: days(quiet) };
  return (
    <>
      <p className={styles.sentence}>{gap === undefined ? t('noRhythm', words) : t('rhythm', { ...words, gap: days(gap) })}</p>
      <Figures>
        <Figure label={t('figures.spent')} value={spent} />
        <Figure label={t('figures.orders')} value={format.count(orders)} />
        <Figure label={t('figures.average')} value={format.money(average)} />
        <Figure label={t('figures.gap')} value={days(gap)} />
        <Figure label={t('figures.quiet')} value={days(quiet)} />
        {typeof visit === 'string' ? <Figure label={t('figures.visit')} value={<Day at={visit} />} /> : null}
        {next}
      </Figures>
      {back === undefined ? null : (
        <p className={styles.sentence}>{t('givenBack', { ordered: format.money(back.ordered), back: format.money(back.back), spent })}</p>
      )}
    </>
  );
}

/** The moment that the features are of. */
const daysAfter = (instant: string, days: number): string => new Date(Date.parse(instant) + days * 86_400_000).toISOString();

/** When the next order is expected: a day, since when it is overdue, or that none is to be expected any more. */
function Next({ expected, now }: { readonly expected: string | null; readonly now: string }) {
  const { t } = useTranslation('customer');
  const next = nextOrderOf(expected, now);
  if (next.kind === 'gone') return <>{t('figures.gone')}</>;
  return next.kind === 'expected' ? (
    <Day at={next.at} />
  ) : (
    <>
      {t('figures.overdue')} <Day at={next.at} />
    </>
  );
}
