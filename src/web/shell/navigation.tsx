import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDestinations } from './destinations.ts';
import styles from './navigation.module.css';

/** The parts of the application. Between phone and desktop only their pictures fit: names stay for screen readers and as titles. */
export function Navigation({ full = false, onNavigate }: { readonly full?: boolean; readonly onNavigate?: () => void }) {
  const { t } = useTranslation('shell');
  const pathname = useLocation({ select: (location) => location.pathname });
  return (
    <nav aria-label={t('navigation')}>
      <ul className={styles.list}>
        {useDestinations().map(({ page, to, icon: Icon, also }) => (
          <li key={page}>
            <Link
              to={to}
              className={full ? `${styles.link} ${styles.full}` : styles.link}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
              {...(also !== undefined && pathname.startsWith(also) ? { 'aria-current': 'page' as const } : {})}
              title={t(`pages.${page}`)}
              {...(onNavigate === undefined ? {} : { onClick: onNavigate })}
            >
              <Icon size={18} stroke={1.75} aria-hidden />
              <span className={styles.name}>{t(`pages.${page}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
