import { Button, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookedAt } from '../../../../contract/index.ts';
import { answer, client } from '../../../api/client.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useUndoToast } from '../../../components/undo/use-undo-toast.ts';
import { looksKey, mappingsQuery } from '../imports-queries.ts';
import styles from './review.module.css';

/** Keeps what this file's columns mean under a name, for the next file of its kind. */
export function SaveMapping({ looked, onSaved }: { readonly looked: LookedAt; readonly onSaved: (name: string) => void }) {
  const { t } = useTranslation('imports');
  const queryClient = useQueryClient();
  const said = useUndoToast();
  const [opened, popover] = useDisclosure(false);
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: async () => {
      const { kind, source, preset, columns, options } = looked;
      if (kind === null) return;
      const body = { version: 1 as const, preset: preset ?? 'mapped', kind, source: source ?? 'shop', columns: [...columns], options };
      await answer(client.PUT('/api/v1/mappings/{name}', { params: { path: { name: name.trim() } }, body }));
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: mappingsQuery.queryKey });
      await queryClient.invalidateQueries({ queryKey: looksKey });
      said({ message: t('mapping.saved', { name: name.trim() }) });
      popover.close();
      onSaved(name.trim());
    },
  });
  return (
    <Popover opened={opened} onChange={(open) => (open ? popover.open() : popover.close())} width={300} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-sm" onClick={popover.toggle}>
          {t('mapping.save')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles.answers}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') save.mutate();
          }}
        >
          <TextInput
            label={t('mapping.name')}
            description={t('mapping.nameHint')}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
            {t('mapping.saveVerb')}
          </Button>
          {save.isError ? <ProblemBox error={save.error} /> : null}
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
