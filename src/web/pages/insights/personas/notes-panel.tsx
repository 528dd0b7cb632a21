import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { Moment } from '../../../components/format/values.tsx';
import { NoteForm } from '../../../components/notes/note-form.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import styles from './personas.module.css';
import type { Persona } from './personas-query.ts';

/** What was heard in interviews. */
export function NotesPanel({ persona }: { readonly persona: Persona }) {
  const { t } = useTranslation('insights');
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const changed = () => queryClient.invalidateQueries({ queryKey: key('insights') });
  const { id } = persona;
  const add = useMutation({
    mutationFn: (written: string) => answer(client.POST('/api/v1/personas/{id}/notes', { params: { path: { id } }, body: { text: written } })),
    onSuccess: changed,
  });
  const remove = useMutation({
    mutationFn: (note: string) => answer(client.DELETE('/api/v1/personas/{id}/notes/{note}', { params: { path: { id, note } } })),
    onSuccess: changed,
  });
  return (
    <div data-print={persona.notes.length === 0 ? 'hide' : undefined}>
      <Panel title={t('personas.notes')} finding={persona.notes.length === 0 ? t('personas.noNotes') : undefined}>
        {mayEdit ? (
          <div className={styles.asking}>
            <NoteForm label={t('personas.note')} verb={t('personas.addNote')} mostLetters={10_000} pending={add.isPending} onAdd={add.mutateAsync} />
          </div>
        ) : null}
        {add.error === null ? null : <ProblemBox error={add.error} />}
        <ul className={styles.list}>
          {persona.notes.map((note) => (
            <li key={note.id}>
              {note.text}{' '}
              <span className={styles.muted}>
                {note.author} · <Moment at={note.at} />
              </span>
              {mayEdit ? (
                <Button variant="subtle" size="compact-xs" onClick={() => remove.mutate(note.id)}>
                  {t('personas.removeNote')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
