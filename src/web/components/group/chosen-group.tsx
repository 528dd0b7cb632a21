import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { People } from '../people/people.tsx';
import { GroupActions } from './group-actions.tsx';
import type { Group } from './group.ts';
import styles from './group.module.css';

/** Whom one has pointed at in a chart or a table, and where to go from them. */
export function ChosenGroup({ group, onClose }: { readonly group: Group; readonly onClose: () => void }) {
  const { t } = useTranslation('common');
  return (
    <div className={styles.chosen} role="status">
      <div className={styles.words}>
        <span className={styles.title}>{group.title}</span>
        <span className={styles.facts}>
          <People count={group.people} />
          {group.detail === undefined ? null : <span className={styles.detail}>{group.detail}</span>}
        </span>
        <GroupActions group={group} />
      </div>
      <ActionIcon onClick={onClose} aria-label={t('close')} size="sm">
        <IconX size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  );
}
