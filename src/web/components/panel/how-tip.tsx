import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './panel.module.css';

export function HowTip({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <Popover width={340} position="bottom-start">
      <Popover.Target>
        <ActionIcon size="sm" className={styles.how} data-print="hide" aria-label={`${t('panel.how')}: ${title}`}>
          <IconInfoCircle size={16} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <strong className={styles.howTitle}>{t('panel.how')}</strong>
        <div className={styles.howText}>{children}</div>
      </Popover.Dropdown>
    </Popover>
  );
}
