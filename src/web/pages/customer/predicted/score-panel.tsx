import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RangeBar } from '../../../components/estimate/range-bar.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../customer.module.css';
import type { Foretold } from './predictions-query.ts';

const most = 3;

/** What each model gives as a probability, how sure it is, and what moved it. */
export function ScorePanel({ scores }: { readonly scores: Foretold['scores'] }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  return (
    <Panel
      title={t('foretold.scores')}
      finding={scores[0]?.sentence}
      how={t('foretold.scoresHow')}
      table={{
        columns: [
          { header: t('foretold.question') },
          { header: t('foretold.chance'), format: format.share },
          { header: t('foretold.low'), format: format.share },
          { header: t('foretold.high'), format: format.share },
          { header: t('foretold.usual'), format: format.share },
          { header: t('foretold.why') },
        ],
        rows: scores.map((score) => [
          score.title,
          score.probability,
          score.low,
          score.high,
          score.base_rate,
          score.reasons.map(({ sentence }) => sentence).join(' '),
        ]),
      }}
    >
      <ul className={styles.list}>
        {scores.map((score) => (
          <li key={score.model}>
            <div className={styles.row}>
              <Anchor component={Link} to={`/predict/models/${score.model}`} inherit>
                {score.title}
              </Anchor>
              <span>
                <strong>{format.share(score.probability)}</strong>{' '}
                <span className={styles.muted}>{t('foretold.range', { low: format.share(score.low), high: format.share(score.high) })}</span>
              </span>
            </div>
            <RangeBar low={score.low} expected={score.probability} high={score.high} most={1} />
            <ul className={styles.reasons}>
              {score.reasons.slice(0, most).map((reason) => (
                <li key={reason.column}>{reason.sentence}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
