import { Anchor, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { useFormat } from '../../../components/format/use-format.ts';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import styles from '../predict.module.css';
import type { Action, Decided } from './actions-query.ts';

const shown = 15;

/** Whom which action would be done for, and why; looked at first, written down when one says so. */
export function DecidePanel({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTranslation('predict');
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const decide = useMutation({
    mutationFn: (dry: boolean) => answer(client.POST('/api/v1/actions/decide', { body: { dry_run: dry } })),
    onSuccess: ({ run }) =>
      run === null
        ? undefined
        : Promise.all(['report', 'to-do'].map((part) => queryClient.invalidateQueries({ queryKey: key('predictions', 'actions', part) }))),
  });
  const { data } = decide;
  return (
    <Panel
      title={t('actions.decide')}
      finding={data === undefined ? t('actions.decideFinding') : data.sentence}
      {...(data === undefined ? {} : { how: data.how })}
    >
      {mayEdit ? (
        <div className={styles.foot}>
          <Button variant="default" loading={decide.isPending && decide.variables} disabled={decide.isPending} onClick={() => decide.mutate(true)}>
            {t('actions.look')}
          </Button>
          <Button loading={decide.isPending && !decide.variables} disabled={decide.isPending} onClick={() => decide.mutate(false)}>
            {t('actions.write')}
          </Button>
        </div>
      ) : (
        <p className={styles.muted}>{t('actions.mayNot')}</p>
      )}
      {decide.error === null ? null : <ProblemBox error={decide.error} />}
      {data === undefined ? null : <Chosen data={data} actions={actions} />}
    </Panel>
  );
}

function Chosen({ data, actions }: { readonly data: Decided; readonly actions: readonly Action[] }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const names = new Map(actions.map(({ id, name }) => [id, name]));
  const table = {
    columns: [
      { header: t('actions.action') },
      { header: t('actions.people'), format: format.count },
      { header: t('actions.byChance'), format: format.count },
      { header: t('actions.costsAll'), format: format.money },
      { header: t('actions.expected'), format: format.money },
    ],
    rows: data.actions.map(({ id, name, people, explored, costs, expected }) => [id === null ? t('actions.nothing') : name, people, explored, costs, expected]),
  };
  // What is written down stands in the list below.
  const done = data.run === null ? data.decisions.filter(({ action }) => action !== null) : [];
  return (
    <>
      <PanelTable table={table} label={t('actions.decide')} />
      <ul className={styles.list}>
        {done.slice(0, all ? undefined : shown).map(({ profile, who, action, why }) => (
          <li key={profile}>
            <div className={styles.line}>
              <Anchor component={Link} to={`/customers/${profile}`} inherit underline="always">
                {who}
              </Anchor>
              <strong>{names.get(action ?? '') ?? action}</strong>
            </div>
            <p className={styles.because}>{why}</p>
          </li>
        ))}
      </ul>
      {done.length > shown && !all ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('actions.showAll', { count: done.length })}
        </Button>
      ) : null}
    </>
  );
}
