import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core';
import { IconHelp, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../components/use-workspace.ts';
import { Freshness } from './freshness.tsx';
import { JobsIndicator } from './jobs/jobs-indicator.tsx';
import { Mark } from './mark.tsx';
import { MeMenu } from './me-menu.tsx';
import { commandKey } from './command-key.ts';
import styles from './top-bar.module.css';

type Props = { readonly onSearch: () => void; readonly onHelp: () => void; readonly onDay: () => void };

export function TopBar({ onSearch, onHelp, onDay }: Props) {
  const { t } = useTranslation('shell');
  const workspace = useWorkspace();
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand} aria-label={`${t('product')} ${workspace.name}`}>
        <Mark />
        <span className={styles.product}>{t('product')}</span> <span className={styles.workspace}>{workspace.name}</span>
      </Link>
      <div className={styles.tools}>
        <Freshness asOf={workspace.asOf} onOther={onDay} />
        <JobsIndicator />
        <UnstyledButton
          className={styles.search}
          onClick={onSearch}
          aria-label={`${t('search')} ${commandKey()}K`}
          title={t('searchHint')}
          aria-keyshortcuts="Control+K Meta+K"
        >
          <IconSearch size={16} stroke={1.75} aria-hidden />
          <span className={styles.searchWord}>{t('search')}</span>{' '}
          <Kbd className={styles.keys} size="xs" aria-hidden>
            {commandKey()}K
          </Kbd>
        </UnstyledButton>
        <ActionIcon className={styles.help} onClick={onHelp} aria-label={t('help')} title={t('help')}>
          <IconHelp size={20} stroke={1.75} />
        </ActionIcon>
        <MeMenu onDay={onDay} />
      </div>
    </header>
  );
}
