import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconFolder, IconPencil, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { droppedId, isDrag } from '../dragged.ts';
import styles from './segments-page.module.css';

type Props = {
  /** Empty for those in no folder. */
  readonly name: string;
  readonly count: number;
  readonly mayEdit: boolean;
  readonly onDrop: (slug: string, folder: string) => void;
  readonly onRename: (name: string) => void;
  readonly onDelete: (name: string) => void;
  readonly children: ReactNode;
};

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** A folder; what is dropped on it moves into it. */
export function FolderSection({ name, count, mayEdit, onDrop, onRename, onDelete, children }: Props) {
  const { t } = useTranslation('segments-list');
  const format = useFormat();
  const [over, setOver] = useState(false);
  return (
    <section
      className={styles.folder}
      aria-label={name === '' ? t('noFolder') : name}
      data-folder={name}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!isDrag(event, 'application/x-clientele-segment')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!isDrag(event, 'application/x-clientele-segment')) return;
        event.preventDefault();
        setOver(false);
        onDrop(droppedId(event, 'application/x-clientele-segment'), name);
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>
          <IconFolder size={18} stroke={1.75} aria-hidden />
          {name === '' ? t('noFolder') : name}
          <span className={styles.muted}>{format.count(count)}</span>
        </h2>
        {name === '' || !mayEdit ? null : (
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label={t('folder.more', { name })}>
                <IconDots {...icon} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onRename(name)}>
                {t('folder.rename')}
              </Menu.Item>
              <Menu.Item color="red" leftSection={<IconTrash {...icon} />} disabled={count > 0} onClick={() => onDelete(name)}>
                {count > 0 ? t('folder.notEmpty') : t('folder.delete')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {children}
    </section>
  );
}
