import { useTranslation } from 'react-i18next';
import type { SegmentDraft } from '../../../../contract/index.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { draftAddress } from '../addresses.ts';
import styles from './segments-page.module.css';

/** What this person has begun and not published. */
export function DraftsList({ drafts }: { readonly drafts: readonly SegmentDraft[] }) {
  const { t } = useTranslation('segments-list');
  const format = useFormat();
  if (drafts.length === 0) return null;
  return (
    <section className={styles.folder} aria-label={t('drafts.title')}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {t('drafts.title')} <span className={styles.muted}>{t('drafts.explain')}</span>
        </h2>
      </div>
      <ul className={styles.rows}>
        {drafts.map((draft) => (
          <li key={draft.key} className={styles.draft}>
            <InnerLink href={draftAddress(draft)}>{draft.name.trim() === '' ? t('drafts.nameless') : draft.name}</InnerLink>
            {draft.name.trim() === '' ? <span className={styles.sentence}>{draft.text.slice(0, 120)}</span> : null}
            <span className={styles.muted}>{t('drafts.since', { moment: format.moment(draft.updated_at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
