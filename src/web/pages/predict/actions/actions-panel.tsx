import { Button, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { sentenceOf } from '../../../api/sentence-of.ts';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { peopleAddress } from '../../../components/group/group.ts';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import styles from '../predict.module.css';
import { ActionForm } from './action-form.tsx';
import type { Action } from './actions-query.ts';
import { Suggestions } from './suggestions.tsx';

/** What may be done for a customer: for whom, at what cost, how often and for how many at most. */
export function ActionsPanel({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTranslation('predict');
  const mayEdit = useMayEdit();
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title={t('actions.title')}
      finding={actions.length === 0 ? t('actions.none') : t('actions.finding', { count: actions.length })}
      tools={
        mayEdit && !adding ? (
          <Button variant="default" size="xs" onClick={() => setAdding(true)}>
            {t('actions.add')}
          </Button>
        ) : undefined
      }
    >
      {actions.length === 0 ? null : (
        <ul className={styles.list}>
          {actions.map((action) => (
            <Entry key={action.id} action={action} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
      {mayEdit && adding ? <ActionForm onDone={() => setAdding(false)} onCancel={() => setAdding(false)} /> : null}
      {mayEdit ? <Suggestions actions={actions} /> : null}
    </Panel>
  );
}

function Entry({ action, mayEdit }: { readonly action: Action; readonly mayEdit: boolean }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const queryClient = useQueryClient();
  const { id, name, eligible, cost, value, rest_days: rest, most, enabled, channel } = action;
  const [changing, setChanging] = useState(false);
  const changed = () => queryClient.invalidateQueries({ queryKey: key('predictions', 'actions') });
  const pause = useMutation({
    mutationFn: (next: boolean) => answer(client.PATCH('/api/v1/actions/{id}', { params: { path: { id } }, body: { enabled: next } })),
    onSuccess: changed,
  });
  const remove = useMutation({ mutationFn: () => answer(client.DELETE('/api/v1/actions/{id}', { params: { path: { id } } })), onSuccess: changed });
  const problem = pause.error ?? remove.error;
  return (
    <li>
      <div className={styles.line}>
        <strong>{name}</strong>
        {mayEdit ? (
          <span className={styles.foot}>
            <Switch
              size="xs"
              label={t('actions.enabled')}
              aria-label={t('actions.enabledOf', { name })}
              checked={enabled}
              onChange={(event) => pause.mutate(event.currentTarget.checked)}
            />
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => setChanging(!changing)}
              aria-expanded={changing}
              aria-label={t('actions.changeOf', { name })}
            >
              {t('actions.change')}
            </Button>
            <Button variant="subtle" size="compact-xs" loading={remove.isPending} onClick={() => remove.mutate()} aria-label={t('actions.removeOf', { name })}>
              {t('actions.remove')}
            </Button>
          </span>
        ) : null}
      </div>
      <p className={styles.muted}>
        {[
          t('actions.costs', { cost: format.money(cost), value: format.money(value) }),
          t('actions.rests', { count: rest }),
          most === null ? t('actions.noCap') : t('actions.cap', { count: most, formatted: format.count(most) }),
          ...(channel === '' ? [] : [channel]),
        ].join(' · ')}
      </p>
      <p className={styles.muted}>
        {t('actions.for')} <InnerLink href={peopleAddress(eligible)}>{vocabulary === undefined ? eligible : inner(sentenceOf(eligible, vocabulary))}</InnerLink>
      </p>
      {changing ? <ActionForm action={action} onDone={() => setChanging(false)} onCancel={() => setChanging(false)} /> : null}
      {problem === null ? null : <ProblemBox error={problem} />}
    </li>
  );
}

/** A whole sentence, in the middle of another. */
const inner = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
