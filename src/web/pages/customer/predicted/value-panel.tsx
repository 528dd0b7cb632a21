import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nextOrderOf } from '../../../../core/index.ts';
import { BandChart } from '../../../charts/band-chart.tsx';
import { RangeBar } from '../../../components/estimate/range-bar.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../customer.module.css';
import type { Foretold } from './predictions-query.ts';

type Value = NonNullable<Foretold['value']>;

/** What one customer will most likely bring, between which bounds, how the chance of an order grows with time, and why. */
export function ValuePanel({ value }: { readonly value: Value }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const { value_12m: money, orders_12m: orders, chances, next_order_date: next } = value;
  const axis = useMemo(() => chances.map(({ days }) => t('foretold.days', { count: days })), [chances, t]);
  const bands = useMemo(() => [{ name: t('foretold.chance'), values: chances.map(({ probability }) => probability) }], [chances, t]);
  const quarter = chances.find(({ days }) => days === 90)?.probability;
  const words = { expected: format.money(money.expected), low: format.money(money.low), high: format.money(money.high) };
  const finding = money.high > 0 ? t('foretold.value', words) : t('foretold.valueNothing', words);
  const expected = nextOrderOf(next, value.as_of);
  const nextWords = expected.kind === 'gone' ? t('foretold.noNext') : t('foretold.next', { day: format.day(expected.at) });
  return (
    <Panel
      title={t('foretold.title')}
      finding={finding}
      how={t('foretold.how', { model: value.model })}
      chart={
        <BandChart
          label={t('foretold.chartLabel', { share: format.share(quarter ?? 0) })}
          axis={axis}
          bands={bands}
          format={format.wholeShare}
          most={1}
          fromZero
          height={180}
        />
      }
      table={{
        columns: [
          { header: t('foretold.within'), format: format.count },
          { header: t('foretold.chance'), format: format.share },
        ],
        rows: chances.map(({ days, probability }) => [days, probability]),
      }}
    >
      <RangeBar {...money} most={money.high} />
      <dl className={styles.facts}>
        <dt>{t('foretold.nextOrder')}</dt>
        <dd>{nextWords}</dd>
        <dt>{t('foretold.in90')}</dt>
        <dd>{quarter === undefined ? '–' : format.share(quarter)}</dd>
        <dt>{t('foretold.orders')}</dt>
        <dd>{t('foretold.ordersOf', { expected: format.decimal(orders.expected), low: format.count(orders.low), high: format.count(orders.high) })}</dd>
        <dt>{t('foretold.spend')}</dt>
        <dd>{format.money(value.spend)}</dd>
        {value.alive === null ? null : (
          <>
            <dt>{t('foretold.alive')}</dt>
            <dd>{format.share(value.alive)}</dd>
          </>
        )}
      </dl>
      <ul className={styles.list}>
        {value.because.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Panel>
  );
}
