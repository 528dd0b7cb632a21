import { IconUsers, IconUsersPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Group, peopleAddress, segmentAddress } from './group.ts';
import styles from './group.module.css';
import { InnerLink } from './inner-link.tsx';

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** What can be done with a group: see who they are, and keep them as a segment. */
export function GroupActions({ group }: { readonly group: Group }) {
  const { t } = useTranslation('common');
  const { title, people, expression, segmentName } = group;
  if (people === 0) return null;
  if (expression === null) return <span className={styles.unsaid}>{t('group.unsaid')}</span>;
  return (
    <span className={styles.actions}>
      <InnerLink href={peopleAddress(expression)} label={t('group.seeWhom', { title })} className={styles.action}>
        <IconUsers {...icon} /> {t('group.see')}
      </InnerLink>
      <InnerLink href={segmentAddress(expression, segmentName ?? title)} label={t('group.makeOf', { title })} className={styles.action}>
        <IconUsersPlus {...icon} /> {t('group.make')}
      </InnerLink>
    </span>
  );
}
