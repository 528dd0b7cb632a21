import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../../components/use-workspace.ts';
import { ApplyDialog } from './apply-dialog.tsx';

/** All definitions as a file, and back. Lists of members by hand are in it, so it is for those who see personal data. */
export function FilesMenu() {
  const { t } = useTranslation('segments-list');
  const person = usePerson();
  const [applying, setApplying] = useState(false);
  if (person?.personalData !== true) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('file.more')}>
            <IconDots size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href="/api/v1/segments.yaml" download leftSection={<IconFileExport size={16} stroke={1.75} aria-hidden />}>
            {t('file.export')}
          </Menu.Item>
          {person.role === 'viewer' ? null : (
            <Menu.Item leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden />} onClick={() => setApplying(true)}>
              {t('file.import')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {applying ? <ApplyDialog onClose={() => setApplying(false)} /> : null}
    </>
  );
}
