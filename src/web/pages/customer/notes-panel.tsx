import { Button, Group, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import type { Formatters } from '../../components/format/formatters.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { Moment } from '../../components/format/values.tsx';
import { NoteForm } from '../../components/notes/note-form.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { useUndoToast } from '../../components/undo/use-undo-toast.ts';
import { useMayEdit } from '../segments/may-edit.ts';
import { type Note, notesQuery } from './customer-queries.ts';
import styles from './customer.module.css';

/** What people wrote about this customer. */
export function NotesPanel({ id }: { readonly id: string }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const { data } = useQuery(notesQuery(id));
  const changed = () => queryClient.invalidateQueries({ queryKey: notesQuery(id).queryKey });
  const add = useMutation({
    mutationFn: (written: string) => answer(client.POST('/api/v1/customers/{id}/notes', { params: { path: { id } }, body: { text: written } })),
    onSuccess: changed,
  });
  return (
    <Panel title={t('notes.title')} finding={findingOf(data, t, format)}>
      {mayEdit ? <NoteForm label={t('notes.write')} verb={t('notes.add')} mostLetters={5000} pending={add.isPending} onAdd={add.mutateAsync} /> : null}
      {add.error === null ? null : <ProblemBox error={add.error} />}
      <ul className={styles.list}>
        {data?.items.map((note) => (
          <OneNote key={note.id} note={note} mayEdit={mayEdit} onChanged={changed} onRestore={(written) => add.mutateAsync(written)} />
        ))}
      </ul>
    </Panel>
  );
}

function findingOf(
  data: { readonly items: readonly Note[]; readonly hidden: number } | undefined,
  t: TFunction<'customer'>,
  format: Formatters,
): string | undefined {
  if (data === undefined) return undefined;
  if (data.hidden > 0) return t('notes.hidden', { count: data.hidden, formatted: format.count(data.hidden) });
  return data.items.length === 0 ? t('notes.none') : undefined;
}

type NoteProps = {
  readonly note: Note;
  readonly mayEdit: boolean;
  readonly onChanged: () => Promise<unknown>;
  readonly onRestore: (text: string) => Promise<unknown>;
};

function OneNote({ note, mayEdit, onChanged, onRestore }: NoteProps) {
  const { t } = useTranslation('customer');
  const toast = useUndoToast();
  const [editing, setEditing] = useState<string>();
  const path = { id: note.id };
  const edit = useMutation({
    mutationFn: (text: string) => answer(client.PATCH('/api/v1/notes/{id}', { params: { path }, body: { text } })),
    onSuccess: () => {
      setEditing(undefined);
      return onChanged();
    },
  });
  const remove = useMutation({
    mutationFn: () => answer(client.DELETE('/api/v1/notes/{id}', { params: { path } })),
    onSuccess: async () => {
      await onChanged();
      toast({ message: t('notes.deleted'), undo: () => onRestore(note.text) });
    },
  });
  return (
    <li>
      {editing === undefined ? (
        <p className={styles.note}>{note.text}</p>
      ) : (
        <Textarea autosize value={editing} maxLength={5000} aria-label={t('notes.edit')} onChange={(event) => setEditing(event.currentTarget.value)} />
      )}
      <Group gap="xs">
        <span className={styles.muted}>
          {note.author} · <Moment at={note.at} />
          {note.edited_at === null ? null : ` · ${t('notes.edited')}`}
        </span>
        {mayEdit ? (
          <>
            <Button variant="subtle" size="compact-xs" onClick={() => (editing === undefined ? setEditing(note.text) : edit.mutate(editing))}>
              {editing === undefined ? t('notes.edit') : t('notes.save')}
            </Button>
            <Button variant="subtle" size="compact-xs" onClick={() => remove.mutate()}>
              {t('notes.delete')}
            </Button>
          </>
        ) : null}
      </Group>
    </li>
  );
}
