import { Alert, Button, Group, Modal, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import { useJobAction } from '../../../components/job/use-job-action.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useWorkspace } from '../../../components/use-workspace.ts';
import type { BackupFile } from '../../../../contract/index.ts';
import styles from '../settings.module.css';
import { useBeginsAnew } from './begins-anew.ts';

type Props = { readonly backup: BackupFile; readonly onClose: () => void };

/** Puts a backup in the place of everything. Asked for by writing the name of the business, as nothing of today is left on screen afterwards. */
export function RestoreDialog({ backup, onClose }: Props) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { name: business } = useWorkspace();
  const word = business === '' ? t('upkeep.restoreWord') : business;
  const [written, setWritten] = useState('');
  const [over, setOver] = useState(false);
  const begin = useJobAction(() => answer(client.POST('/api/v1/backups/{name}/restore', { params: { path: { name: backup.name } } })));
  useBeginsAnew(over);
  const begun = begin.data !== undefined;
  return (
    <Modal
      opened
      onClose={begun ? () => undefined : onClose}
      withCloseButton={false}
      title={t('upkeep.restoreTitle', { moment: format.moment(backup.made_at) })}
    >
      <div className={styles.part}>
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('upkeep.restoreLoud')}>
          <ul className={styles.moves}>
            <li>{t('upkeep.restoreLoses', { moment: format.moment(backup.made_at) })}</li>
            <li>{t('upkeep.restorePeople')}</li>
            <li>{t('upkeep.restoreWays')}</li>
          </ul>
        </Alert>
        {begin.error === null ? null : <ProblemBox error={begin.error} />}
        {begun ? (
          <>
            <JobProgress id={begin.data.id} onOver={({ status }) => setOver(status === 'done')} />
            {over ? <p role="status">{t('upkeep.beginsAnew')}</p> : null}
          </>
        ) : (
          <TextInput
            data-autofocus
            label={t('upkeep.restoreType', { word })}
            value={written}
            onChange={({ currentTarget }) => setWritten(currentTarget.value)}
          />
        )}
      </div>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" disabled={begun && begin.error === null && over} onClick={onClose}>
          {t('upkeep.leaveIt')}
        </Button>
        <Button color="red" disabled={written.trim() !== word || begun} loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
          {t('upkeep.restoreVerb')}
        </Button>
      </Group>
    </Modal>
  );
}
