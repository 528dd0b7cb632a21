import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import styles from './settings.module.css';

type Move = { readonly from: string | null; readonly to: string | null; readonly customers: number };
const shown = 8;

/** Before anything is kept: who would go from where to where, the largest moves first. */
export function MovesList({ moves }: { readonly moves: readonly Move[] }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const going = moves.filter(({ from, to }) => from !== to);
  if (going.length === 0) return <p className={styles.note}>{t('moves.none')}</p>;
  const name = (value: string | null): string => value ?? t('moves.nowhere');
  const rest = going.slice(shown).reduce((sum, { customers }) => sum + customers, 0);
  return (
    <ul className={styles.moves}>
      {going.slice(0, shown).map(({ from, to, customers }) => (
        <li key={`${name(from)} ${name(to)}`}>
          {t('moves.one', { count: customers, formatted: format.count(customers), from: name(from), to: name(to), interpolation: { escapeValue: false } })}
        </li>
      ))}
      {rest === 0 ? null : <li>{t('moves.rest', { count: rest, formatted: format.count(rest) })}</li>}
    </ul>
  );
}
