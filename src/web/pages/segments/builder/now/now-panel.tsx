import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../components/format/use-format.ts';
import { ProblemBox } from '../../../../components/problem/problem-box.tsx';
import type { Live } from '../use-live.ts';
import styles from './now-panel.module.css';
import { ReachSteps } from './reach-steps.tsx';
import { SamplePeople } from './sample-people.tsx';

/** What the definition means right now, in people. The last answer stays, paler, until the next has come. */
export function NowPanel({ live }: { readonly live: Live }) {
  const { t } = useTranslation(['segments-builder', 'common']);
  const format = useFormat();
  const { detail, stale, waiting, error, text } = live;
  const nothing = text === '' && detail === undefined;
  return (
    <aside className={styles.panel} aria-label={t('now.label')}>
      <section className={styles.card}>
        <h2 className={styles.heading}>{t('now.label')}</h2>
        {nothing ? <p className={styles.muted}>{t('now.nothing')}</p> : null}
        {detail === undefined ? null : (
          <p className={styles.total} data-stale={stale || undefined} data-total={stale ? undefined : detail.members} aria-live="polite">
            <span className={styles.number}>{format.count(detail.members)}</span>
            <span>{t('common:people', { count: detail.members, formatted: '' }).trim()}</span>
            <span className={styles.muted}>{t('common:shareOfAll', { share: format.share(detail.share) })}</span>
            {stale && waiting ? <Loader size={14} aria-label={t('now.counting')} /> : null}
          </p>
        )}
        {stale && text === '' ? <p className={styles.muted}>{t('now.lastGood')}</p> : null}
        {error === undefined ? null : <ProblemBox error={error} />}
        {detail === undefined ? null : <p className={styles.muted}>{t('common:asOf', { time: format.moment(detail.as_of) })}</p>}
      </section>
      {live.reach === undefined ? null : <ReachSteps reach={live.reach} stale={live.reachStale} />}
      {detail === undefined || detail.people.length === 0 ? null : <SamplePeople people={detail.people} text={detail.asked} stale={stale} />}
    </aside>
  );
}
