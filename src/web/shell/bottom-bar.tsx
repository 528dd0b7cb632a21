import { UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './bottom-bar.module.css';
import { useDestinations } from './destinations.ts';

const first = 4;

/** On a phone the four parts most used lie under the thumb; the rest is behind the menu. */
export function BottomBar({ onMenu }: { readonly onMenu: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <nav className={styles.bar} aria-label={t('navigation')}>
      {useDestinations()
        .slice(0, first)
        .map(({ page, to, icon: Icon }) => (
          <Link key={page} to={to} className={styles.item} activeOptions={{ exact: to === '/', includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
            <Icon size={20} stroke={1.75} aria-hidden />
            <span className={styles.word}>{t(`pages.${page}`)}</span>
          </Link>
        ))}
      <UnstyledButton className={styles.item} onClick={onMenu} aria-haspopup="dialog">
        <IconMenu2 size={20} stroke={1.75} aria-hidden />
        <span className={styles.word}>{t('menu')}</span>
      </UnstyledButton>
    </nav>
  );
}
