import { NumberInput, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../settings.module.css';
import { type Cuts, firstCuts, type Measure } from './score-settings.ts';

type Props = { readonly measure: Measure; readonly cuts: Cuts | undefined; readonly locked: boolean; readonly onChange: (cuts: Cuts | undefined) => void };

/** Fifths of one's own customers, or four values of one's own. */
export function CutsEditor({ measure, cuts, locked, onChange }: Props) {
  const { t } = useTranslation('settings');
  const label = useId();
  return (
    <div className={styles.words} style={{ gap: 8, flex: 'none' }}>
      <div className={styles.row}>
        <span id={label} className={styles.name}>
          {t(`scores.measures.${measure}`)}
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby={label}
          disabled={locked}
          data={(['fifths', 'own'] as const).map((value) => ({ value, label: t(`scores.${value}`) }))}
          value={cuts === undefined ? 'fifths' : 'own'}
          onChange={(value) => onChange(value === 'own' ? firstCuts[measure] : undefined)}
        />
      </div>
      {cuts === undefined ? null : (
        <div className={styles.pair}>
          {cuts.map((value, index) => (
            <NumberInput
              key={index}
              label={t(`scores.cut.${measure}`, { score: measure === 'recencyDays' ? 5 - index : index + 2 })}
              value={value}
              min={0}
              disabled={locked}
              onChange={(next) => {
                if (typeof next !== 'number') return;
                const [a, b, c, d] = cuts.with(index, next);
                if (a !== undefined && b !== undefined && c !== undefined && d !== undefined) onChange([a, b, c, d]);
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}
