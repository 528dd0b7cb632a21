import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from '../settings.module.css';
import type { RfmGroup } from './score-settings.ts';

type Props = { readonly groups: readonly RfmGroup[]; readonly locked: boolean; readonly onChange: (groups: readonly RfmGroup[]) => void };
const scores = ['1', '2', '3', '4', '5'];

/** Name and place of each group. Where two overlap, the upper one has the cell. */
export function GroupsEditor({ groups, locked, onChange }: Props) {
  const { t } = useTranslation('settings');
  return (
    <>
      <ul className={styles.list}>
        {groups.map((group, index) => {
          const change = (next: Partial<RfmGroup>) => onChange(groups.with(index, { ...group, ...next }));
          return (
            <li key={index} className={styles.item}>
              <TextInput
                style={{ flex: '1 1 180px' }}
                aria-label={t('scores.groupName', { place: index + 1 })}
                value={group.name}
                maxLength={60}
                disabled={locked}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
              {(['r', 'f'] as const).map((axis) => (
                <div key={axis} className={styles.row}>
                  <span className={styles.small}>{t(`scores.axis.${axis}`)}</span>
                  {([0, 1] as const).map((end) => (
                    <Select
                      key={end}
                      w={64}
                      aria-label={t(`scores.ends.${axis}${end === 0 ? 'From' : 'To'}`, { name: group.name })}
                      data={scores}
                      value={String(group[axis][end])}
                      allowDeselect={false}
                      disabled={locked}
                      onChange={(value) => change({ [axis]: end === 0 ? [Number(value), group[axis][1]] : [group[axis][0], Number(value)] })}
                    />
                  ))}
                </div>
              ))}
              {locked ? null : (
                <ActionIcon aria-label={t('scores.removeGroup', { name: group.name })} onClick={() => onChange(groups.toSpliced(index, 1))}>
                  <IconTrash size={18} stroke={1.75} aria-hidden />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      {locked ? null : (
        <div>
          <Button variant="default" size="xs" onClick={() => onChange([...groups, { name: '', r: [1, 1], f: [1, 1] }])}>
            {t('scores.addGroup')}
          </Button>
        </div>
      )}
    </>
  );
}
