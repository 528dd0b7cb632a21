import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RangeBar } from '../../../components/estimate/range-bar.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import type { OneCall } from '../predict-queries.ts';
import styles from '../predict.module.css';
import { contactsOf } from './contacts-of.ts';

type Props = { readonly call: OneCall; readonly place: number /** The largest end of an interval in the list. */; readonly most: number };

/** One customer to call: who, why now, what is at stake, and between which bounds. */
export function CallEntry({ call, place, most }: Props) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { value_12m: value } = call;
  const words = { expected: format.money(value.expected), low: format.money(value.low), high: format.money(value.high) };
  const who = call.name ?? call.email ?? call.customer_id ?? `#${call.profile}`;
  return (
    <li className={styles.call}>
      <span className={styles.place}>{place}</span>
      <div>
        <h3 className={styles.who}>
          <Anchor component={Link} to={`/customers/${call.profile}`} inherit underline="always">
            {who}
          </Anchor>{' '}
          <span className={styles.contact}>{contactsOf(call, who) ?? t('calls.unreachable')}</span>
        </h3>
        <ul className={styles.reasons}>
          {call.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          {call.opening === null ? null : <li>{call.opening}</li>}
        </ul>
      </div>
      <div className={styles.money}>
        <span>
          <span className={styles.amount}>{format.money(call.at_stake)}</span> {t('calls.atStakeWord')}
        </span>
        <RangeBar {...value} most={most} />
        <span>{value.high > 0 ? t('calls.value', words) : t('calls.valueNothing', words)}</span>
        <span className={styles.muted}>
          {call.leaving === null
            ? t(`calls.sure.${call.sure}`, { count: call.orders, formatted: format.count(call.orders) })
            : t(`calls.sureLeaving.${call.sure}`)}
        </span>
      </div>
    </li>
  );
}
