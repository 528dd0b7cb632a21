import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Card } from '../predict-queries.ts';
import styles from '../predict.module.css';

const most = 8;

/** What the model looks at, most telling first, as sentences. */
export function DriversPanel({ card: { drivers } }: { readonly card: Card }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const largest = Math.max(0, ...drivers.map(({ importance }) => importance));
  return (
    <Panel
      title={t('drivers.title')}
      finding={drivers[0]?.sentence}
      how={t('drivers.how')}
      table={{
        columns: [
          { header: t('drivers.what') },
          { header: t('drivers.importance'), format: format.share },
          { header: t('drivers.direction') },
          { header: t('drivers.sentence') },
        ],
        rows: drivers.map((each) => [each.label, each.importance, t(`drivers.${each.direction}`), each.sentence]),
      }}
    >
      <ul className={styles.list}>
        {drivers.slice(0, most).map((each) => (
          <li key={each.column}>
            <div className={styles.meter}>
              <span>{each.label}</span>
              <span className={styles.number}>{format.share(each.importance)}</span>
              <span className={styles.track} aria-hidden>
                <span className={styles.filled} style={{ width: `${(each.importance / (largest || 1)) * 100}%` }} />
              </span>
            </div>
            <p className={styles.because}>{each.sentence}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
