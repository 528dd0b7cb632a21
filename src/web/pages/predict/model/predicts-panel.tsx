import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Card } from '../predict-queries.ts';
import styles from '../predict.module.css';

/** As many as can be read at a glance; the rest is one click away. */
const first = 5;

/** The traits that it writes, and from which data it learned. */
export function PredictsPanel({ card: { predicts, seen } }: { readonly card: Pick<Card, 'predicts' | 'seen'> }) {
  const { t } = useTranslation('predict');
  const rest = predicts.slice(first);
  return (
    <Panel
      title={t('card.predicts')}
      finding={seen}
      table={{
        columns: [{ header: t('card.trait') }, { header: t('card.label') }, { header: t('value.meaning') }],
        rows: predicts.map(({ trait, label, meaning }) => [trait, label, meaning]),
      }}
    >
      <Traits traits={predicts.slice(0, first)} />
      {rest.length === 0 ? null : (
        <details>
          <summary className={styles.words}>{t('card.more', { count: rest.length })}</summary>
          <Traits traits={rest} />
        </details>
      )}
    </Panel>
  );
}

function Traits({ traits }: { readonly traits: Card['predicts'] }) {
  return (
    <dl className={styles.list}>
      {traits.map(({ trait, label, meaning }) => (
        <div key={trait} className={styles.trait}>
          <dt className={styles.words}>
            {label} <code className={styles.muted}>{trait}</code>
          </dt>
          <dd className={styles.because}>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
