import { Anchor, Button, FileButton, Progress } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { upload } from '../../../api/upload.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import { useJobAction } from '../../../components/job/use-job-action.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import type { BackupFile } from '../../../../contract/index.ts';
import { backupsQuery } from '../settings-queries.ts';
import styles from '../settings.module.css';
import { RestoreDialog } from './restore-dialog.tsx';
import { sizeOf } from './size-of.ts';

/** Copies of the whole workspace: made here, brought here, kept elsewhere, put back. */
export function BackupsPanel() {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  const backups = useQuery(backupsQuery);
  const [restoring, setRestoring] = useState<BackupFile>();
  const [share, setShare] = useState(0);
  const changed = () => queryClient.invalidateQueries({ queryKey: backupsQuery.queryKey });
  const make = useJobAction(() => answer(client.POST('/api/v1/backups')));
  const bring = useMutation({
    mutationFn: (file: File) => upload<BackupFile>('/api/v1/backup-uploads', file, setShare, new AbortController().signal),
    onSuccess: changed,
  });
  const remove = useMutation({
    mutationFn: (name: string) => answer(client.DELETE('/api/v1/backups/{name}', { params: { path: { name } } })),
    onSuccess: changed,
  });
  return (
    <Panel title={t('upkeep.backups')} finding={t('upkeep.backupWhat')}>
      <div className={styles.row}>
        <Button loading={make.isPending} onClick={() => make.mutate(undefined)}>
          {t('upkeep.makeBackup')}
        </Button>
        <FileButton accept=".gz,application/gzip" onChange={(file) => file !== null && bring.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={bring.isPending} leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}>
              {t('upkeep.bringBackup')}
            </Button>
          )}
        </FileButton>
      </div>
      {bring.isPending ? <Progress value={share * 100} aria-label={t('upkeep.bringing')} size="sm" /> : null}
      {make.data === undefined ? null : <JobProgress key={make.data.id} id={make.data.id} onOver={() => void changed()} />}
      {[make.error, bring.error, remove.error].map((error) => (error === null ? null : <ProblemBox key={error.message} error={error} />))}
      <Asked answer={backups}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.note}>{t('upkeep.noBackups')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map((backup) => (
                <Backup key={backup.name} backup={backup} onRestore={setRestoring} onRemove={remove.mutate} />
              ))}
            </ul>
          )
        }
      </Asked>
      {restoring === undefined ? null : <RestoreDialog backup={restoring} onClose={() => setRestoring(undefined)} />}
    </Panel>
  );
}

type BackupProps = { readonly backup: BackupFile; readonly onRestore: (backup: BackupFile) => void; readonly onRemove: (name: string) => void };

function Backup({ backup, onRestore, onRemove }: BackupProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { name, bytes, made_at: made } = backup;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>{format.moment(made)}</span>
        <span className={styles.small}>
          {sizeOf(bytes)} · {name}
        </span>
      </div>
      <div className={styles.row}>
        <Anchor href={`/api/v1/backups/${encodeURIComponent(name)}`} download className={styles.withIcon} aria-label={t('upkeep.downloadNamed', { name })}>
          <IconDownload size={16} stroke={1.75} aria-hidden />
          {t('upkeep.download')}
        </Anchor>
        <Button variant="default" size="compact-sm" aria-label={t('upkeep.restoreNamed', { name })} onClick={() => onRestore(backup)}>
          {t('upkeep.restore')}
        </Button>
        <Button variant="subtle" color="red" size="compact-sm" aria-label={t('upkeep.removeNamed', { name })} onClick={() => onRemove(name)}>
          {t('upkeep.remove')}
        </Button>
      </div>
    </li>
  );
}
