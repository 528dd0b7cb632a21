import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import type { Card } from '../predict-queries.ts';
import styles from '../predict.module.css';

/** Figures whose meaning needs no term of statistics, by the kind of model; the others stand with the statistics. */
const plain = new Set(['auc', 'calibration_error', 'mae_orders', 'mae_money', 'interval_holds', 'money_interval_holds', 'precision', 'coverage', 'hit']);

/** How good a model is, in sentences: of ten whom it names, how many did it, and how far its percentages can be trusted. */
export function HowGood({ card: { details, quality, chosen_because: because } }: { readonly card: Card }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  if (quality.length === 0) return <p className={styles.sentence}>{t('quality.none')}</p>;
  const newest = details.kind === 'classifier' ? (details.newest ?? details.overall) : null;
  const first = newest?.lift[0];
  const ofTen = (share: number): string => format.decimal(10 * share);
  const told = [
    ...(newest === null || first === undefined || newest.customers === 0
      ? []
      : [t('quality.ofTen', { first: ofTen(first.rate), all: ofTen(newest.positives / newest.customers) })]),
    ...quality.filter(({ measure }) => plain.has(measure)).map(({ meaning }) => meaning),
  ];
  return (
    <ul className={styles.told} aria-label={t('quality.howGood')}>
      {(told.length === 0 ? [because] : told).map((sentence) => (
        <li key={sentence} className={styles.sentence}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}
