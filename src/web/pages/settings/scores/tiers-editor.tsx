import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import styles from '../settings.module.css';

type Tiers = { readonly high: number; readonly medium: number };
type Props = Tiers & { readonly locked: boolean; readonly onChange: (tiers: Tiers) => void };

/** Shares of those who ordered, best first. The rest is the low tier. */
export function TiersEditor({ high, medium, locked, onChange }: Props) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const percent = (value: number | string, otherwise: number): number => (typeof value === 'number' ? Math.round(value * 10) / 1000 : otherwise);
  const low = 1 - high - medium;
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <NumberInput
          label={t('scores.high')}
          value={Math.round(high * 1000) / 10}
          min={1}
          max={98}
          suffix="%"
          disabled={locked}
          onChange={(value) => onChange({ high: percent(value, high), medium })}
        />
        <NumberInput
          label={t('scores.medium')}
          value={Math.round(medium * 1000) / 10}
          min={1}
          max={98}
          suffix="%"
          disabled={locked}
          onChange={(value) => onChange({ high, medium: percent(value, medium) })}
        />
      </div>
      <p className={styles.note}>{low > 0 ? t('scores.low', { share: format.share(low) }) : t('scores.noRoom')}</p>
    </div>
  );
}
