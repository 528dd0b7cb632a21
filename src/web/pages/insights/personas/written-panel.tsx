import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import styles from './personas.module.css';
import type { Persona } from './personas-query.ts';

const fields = ['summary', 'goals', 'frustrations', 'offer', 'say'] as const;

/** What people know that data do not tell: goals, frustrations, what to offer and to say. */
export function WrittenPanel({ persona }: { readonly persona: Persona }) {
  const { t } = useTranslation('insights');
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const [edits, setEdits] = useState(persona.edits);
  const save = useMutation({
    mutationFn: () => answer(client.PATCH('/api/v1/personas/{id}', { params: { path: { id: persona.id } }, body: { edits } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key('insights') }),
  });
  const nothing = fields.every((field) => (edits[field] ?? '').trim() === '');
  return (
    <div data-print={nothing ? 'hide' : undefined}>
      <Panel
        title={t('personas.written')}
        finding={persona.edits.summary === undefined || persona.edits.summary === '' ? t('personas.writtenFinding') : persona.edits.summary}
      >
        {fields.map((field) => (
          <Textarea
            key={field}
            className={(edits[field] ?? '').trim() === '' || field === 'summary' ? (styles.unwritten ?? '') : ''}
            label={t(`personas.field.${field}`)}
            autosize
            minRows={1}
            maxLength={4000}
            disabled={!mayEdit}
            value={edits[field] ?? ''}
            onChange={(event) => setEdits({ ...edits, [field]: event.currentTarget.value })}
          />
        ))}
        {save.error === null ? null : <ProblemBox error={save.error} />}
        {mayEdit ? (
          <div className={styles.foot}>
            <Button variant="default" size="xs" loading={save.isPending} onClick={() => save.mutate()}>
              {t('personas.save')}
            </Button>
          </div>
        ) : null}
      </Panel>
    </div>
  );
}
