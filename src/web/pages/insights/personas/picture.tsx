import { FileButton, Button } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import styles from './personas.module.css';
import { type Persona, pictureQuery } from './personas-query.ts';

/** A picture of somebody who could be one of them. */
export function Picture({ persona }: { readonly persona: Persona }) {
  const { t } = useTranslation('insights');
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const { id, name } = persona;
  const { data } = useQuery({ ...pictureQuery(id), enabled: persona.has_picture });
  const set = useMutation({
    mutationFn: async (file: File | null) =>
      answer(client.PUT('/api/v1/personas/{id}/picture', { params: { path: { id } }, body: { data: file === null ? null : await base64(file) } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key('insights') }),
  });
  const shown = persona.has_picture ? (data?.picture ?? null) : null;
  return (
    <div className={styles.picture}>
      {shown === null ? <IconUser size={72} stroke={1} aria-hidden /> : <img src={shown} alt={t('personas.pictureOf', { name })} />}
      {mayEdit ? (
        <span className={styles.foot}>
          <FileButton onChange={(file) => (file === null ? undefined : set.mutate(file))} accept="image/png,image/jpeg,image/webp">
            {(props) => (
              <Button {...props} variant="subtle" size="compact-xs" loading={set.isPending}>
                {t('personas.setPicture')}
              </Button>
            )}
          </FileButton>
          {persona.has_picture ? (
            <Button variant="subtle" size="compact-xs" onClick={() => set.mutate(null)}>
              {t('personas.removePicture')}
            </Button>
          ) : null}
        </span>
      ) : null}
      {set.error === null ? null : <ProblemBox error={set.error} />}
    </div>
  );
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In pieces: a call with half a million arguments overflows the stack.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
