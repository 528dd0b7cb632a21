import { Button, Checkbox, FileButton, Group, Modal, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from './files.module.css';
import { WhatWouldChange } from './what-would-change.tsx';

type Asked = { readonly yaml: string; readonly prune: boolean };
const apply = (asked: Asked, dryRun: boolean) => answer(client.POST('/api/v1/segments/apply', { body: { ...asked, dry_run: dryRun } }));

/** Takes definitions from a file: what would change is shown first, and only what was shown can be applied. */
export function ApplyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('segments-list');
  const queryClient = useQueryClient();
  const [yaml, setYaml] = useState('');
  const [prune, setPrune] = useState(false);
  const look = useMutation({ mutationFn: (asked: Asked) => apply(asked, true) });
  const take = useMutation({
    mutationFn: (asked: Asked) => apply(asked, false),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const say = (next: string) => {
    setYaml(next);
    look.reset();
    take.reset();
  };
  const changes = look.data === undefined ? 0 : look.data.created.length + look.data.changed.length + look.data.deleted.length;
  const error = take.error ?? look.error;
  return (
    <Modal opened onClose={onClose} size="xl" title={t('file.applyTitle')} closeButtonProps={{ 'aria-label': t('file.close') }}>
      <div className={styles.form}>
        <p className={styles.note}>{t('file.applyHow')}</p>
        <Group gap="xs">
          <FileButton accept=".yaml,.yml" onChange={(file) => void file?.text().then(say)}>
            {(props) => (
              <Button {...props} variant="default">
                {t('file.choose')}
              </Button>
            )}
          </FileButton>
        </Group>
        <Textarea
          label={t('file.text')}
          autosize
          minRows={6}
          maxRows={14}
          spellCheck={false}
          classNames={{ input: styles.code ?? '' }}
          value={yaml}
          onChange={({ currentTarget }) => say(currentTarget.value)}
        />
        <Checkbox
          label={t('file.prune')}
          checked={prune}
          onChange={({ currentTarget }) => {
            setPrune(currentTarget.checked);
            look.reset();
          }}
        />
        {error === null ? null : <ProblemBox error={error} />}
        {look.data === undefined ? null : <WhatWouldChange report={look.data} />}
      </div>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('file.cancel')}
        </Button>
        {look.data === undefined || changes === 0 ? (
          <Button disabled={yaml.trim() === ''} loading={look.isPending} onClick={() => look.mutate({ yaml, prune })}>
            {t('file.look')}
          </Button>
        ) : (
          <Button loading={take.isPending} {...(look.data.deleted.length > 0 ? { color: 'red' } : {})} onClick={() => take.mutate({ yaml, prune })}>
            {t('file.apply', { count: changes })}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
