import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { InnerLink } from '../group/inner-link.tsx';
import { Panel } from '../panel/panel.tsx';
import { SeverityBadge } from './severity-badge.tsx';
import styles from './new-notices.module.css';
import { gravestFirst, newNoticesQuery } from './notices-query.ts';

const most = 3;

/** What has been told and nobody has seen yet, of one live source or of everything that is watched. Where there is none nothing stands here. */
export function NewNotices({ source }: { readonly source?: string }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { data } = useQuery(newNoticesQuery(source === undefined ? undefined : 'source'));
  const found = gravestFirst((data?.items ?? []).filter(({ subject }) => source === undefined || (subject.type === 'source' && subject.id === source)));
  if (found.length === 0) return null;
  const shown = source === undefined ? found.slice(0, most) : found;
  return (
    <Panel title={t('notices.title')}>
      <ul className={styles.list}>
        {shown.map(({ id, title, sentence, severity, subject, raised_at: at }) => (
          <li key={id} className={styles.item}>
            <p className={styles.line}>
              {source === undefined && subject.type === 'source' ? <InnerLink href={`/sources/${encodeURIComponent(subject.id)}`}>{title}</InnerLink> : title}{' '}
              <SeverityBadge severity={severity}>{t(`notices.severity.${severity}`)}</SeverityBadge>
            </p>
            <p className={styles.sentence}>
              {sentence} <span className={styles.at}>{format.moment(at)}</span>
            </p>
          </li>
        ))}
      </ul>
      <InnerLink href="/insights/watch">{t('notices.all', { count: data?.new ?? found.length, formatted: format.count(data?.new ?? found.length) })}</InnerLink>
    </Panel>
  );
}
